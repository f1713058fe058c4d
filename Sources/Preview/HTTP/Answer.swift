import Publishing

/// An answer to a request (RFC 9112, section 4).
package struct Answer: Sendable {
    package let status: Int
    /// The fields besides those that every answer has.
    package var fields: [(name: String, value: String)] = []
    package let body: [UInt8]
    /// What is sent instead of the body, part by part.
    package var file: TemporaryFile?

    /// - Parameters:
    ///   - status: The status code.
    ///   - mediaType: The type of the body.
    ///   - body: The body, which a `HEAD` request does not get.
    package init(_ status: Int, _ mediaType: String, _ body: [UInt8]) {
        self.status = status
        self.body = body
        fields = [("Content-Type", mediaType)]
    }

    /// An answer whose body is a file.
    package init(_ status: Int, _ mediaType: String, _ file: TemporaryFile) {
        self.init(status, mediaType, [])
        self.file = file
    }

    /// An answer of plain text.
    package init(_ status: Int, text: String) {
        self.init(status, "text/plain; charset=utf-8", Array(text.utf8))
    }

    /// The bytes to send, before those of a file.
    ///
    /// - Parameters:
    ///   - hasBody: Whether the body is sent.
    ///   - keepsOpen: Whether the connection stays open.
    func bytes(hasBody: Bool, keepsOpen: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "")\r\nContent-Length: \(file?.size ?? body.count)\r\n"
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        head += keepsOpen ? "\r\n" : "Connection: close\r\n\r\n"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(head.utf8.count + (hasBody ? body.count : 0))
        bytes += head.utf8
        if hasBody { bytes += body }
        return bytes
    }

    private static let reasons = [
        200: "OK", 301: "Moved Permanently", 303: "See Other", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict", 413: "Content Too Large",
        415: "Unsupported Media Type", 421: "Misdirected Request", 422: "Unprocessable Content",
        431: "Request Header Fields Too Large",
        500: "Internal Server Error", 503: "Service Unavailable", 505: "HTTP Version Not Supported",
    ]
}
