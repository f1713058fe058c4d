/// The head of a request: everything before its body (RFC 9112, sections 2 to 5).
///
///     head         = request-line *( field EOL ) EOL
///     request-line = method SP target SP "HTTP/1." DIGIT EOL
///     target       = "/" … | "http://" authority "/" …
///     field        = name ":" OWS value OWS
///     EOL          = [ CR ] LF
///
/// A body has a length (``contentLength``). The server refuses every other framing, so two programs never disagree where a request ends.
package struct RequestHead: Sendable, Hashable {
    /// Why a request is refused.
    package enum Problem: Int, Error {
        /// The head does not have the form above, names no host or several, or frames its body in two ways.
        case malformed = 400
        /// The head did not arrive in time.
        case tooSlow = 408
        /// The request has a body where none is read, a longer one than is read, or one without a length.
        case hasBody = 413
        /// The head is longer than ``longest``.
        case tooLong = 431
        /// Another version than HTTP/1.0 and HTTP/1.1.
        case unknownVersion = 505
    }

    /// How many bytes a head may have.
    package static let longest = 16_384

    package let method: String
    /// The path as it was sent, with percent-encoding.
    package let path: String
    /// What follows the question mark; empty if there is none.
    package let query: String
    /// The host and port that the request is for.
    package let host: String
    /// Whether the client wants to send another request over the same connection.
    package let keepsOpen: Bool
    /// How many bytes of a body follow.
    package let contentLength: Int
    /// The values of each field, in order, by its name in lower case.
    private let fields: [String: [String]]

    /// The values of a field.
    ///
    /// - Parameter name: The name in lower case.
    package func values(of name: String) -> [String] { fields[name] ?? [] }

    /// The value of a field that is there exactly once.
    ///
    /// - Parameter name: The name in lower case.
    package func value(of name: String) -> String? {
        let values = values(of: name)
        return values.count == 1 ? values[0] : nil
    }

    /// The number of bytes of the head at the start of some bytes; nil if its end did not arrive yet.
    ///
    /// - Parameters:
    ///   - bytes: The bytes received so far, of which the first is part of the request line.
    ///   - start: How many of the bytes an earlier call has searched.
    package static func length(in bytes: [UInt8], searchedTo start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == newline {
                let last = index > 0 && bytes[index - 1] == carriageReturn ? index - 2 : index - 1
                if last >= 0, bytes[last] == newline { return index + 1 }
            }
            index += 1
        }
        return nil
    }

    /// Reads a complete head. O(bytes).
    package init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        var lines = Self.lines(of: bytes)[...]
        guard let requestLine = lines.popFirst() else { throw .malformed }
        let words = requestLine.split(separator: Self.space, omittingEmptySubsequences: false)
        guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(Self.isTokenByte) else { throw .malformed }
        method = String(decoding: words[0], as: UTF8.self)
        let isOld: Bool
        switch String(decoding: words[2], as: UTF8.self) {
        case "HTTP/1.1": isOld = false
        case "HTTP/1.0": isOld = true
        case let version where version.hasPrefix("HTTP/"): throw .unknownVersion
        default: throw .malformed
        }
        var (keepsOpen, fields): (Bool, [String: [String]]) = (!isOld, [:])
        for line in lines {
            let (name, value) = try Self.field(line)
            fields[name, default: []].append(value)
            switch name {
            case "connection":
                let options = value.lowercased().split(separator: ",").map { $0.trimming { $0 == " " || $0 == "\t" } }
                if options.contains("close") { keepsOpen = false }
                if isOld, options.contains("keep-alive") { keepsOpen = true }
            default: break
            }
        }
        contentLength = try Self.contentLength(fields["content-length"] ?? [], isCoded: fields["transfer-encoding"] != nil)
        let hosts = fields["host"] ?? []
        guard hosts.count == 1 || (hosts.isEmpty && isOld) else { throw .malformed }
        let (authority, rest) = try Self.target(words[1])
        let parts = rest.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        path = String(decoding: parts[0], as: UTF8.self)
        query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
        host = authority ?? hosts.first ?? ""
        self.keepsOpen = keepsOpen
        self.fields = fields
    }

    /// The length of the body (RFC 9112, section 6.3).
    ///
    /// - Parameters:
    ///   - values: The values of `Content-Length`.
    ///   - isCoded: Whether there is a `Transfer-Encoding`, which this server does not read.
    private static func contentLength(_ values: [String], isCoded: Bool) throws(Problem) -> Int {
        guard values.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy({ (0x30...0x39).contains($0) }) }), values.count <= 1 else {
            throw .malformed
        }
        if isCoded { throw values.isEmpty ? .hasBody : .malformed }
        guard let value = values.first else { return 0 }
        guard let length = Int(value) else { throw .hasBody }
        return length
    }
}

/// A request with its body.
package struct Request: Sendable {
    package let head: RequestHead
    package let body: [UInt8]
    /// Whether it came over the loopback address.
    package let isFromThisComputer: Bool

    package init(head: RequestHead, body: [UInt8] = [], isFromThisComputer: Bool = false) {
        self.head = head
        self.body = body
        self.isFromThisComputer = isFromThisComputer
    }
}

/// Whether the body of a request is read.
package enum BodyAdmission: Sendable {
    /// A body of at most so many bytes is read.
    case limit(Int)
    /// Nothing is read, and this is the answer.
    case refused(Answer)
}

extension RequestHead {
    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let newline = UInt8(ascii: "\n")

    /// The lines without their ends and without the empty line.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split(separator: newline).compactMap { line in
            let text = line.last == carriageReturn ? line.dropLast() : line
            return text.isEmpty ? nil : text
        }
    }

    /// The name of a field in lower case, and its value.
    private static func field(_ line: ArraySlice<UInt8>) throws(Problem) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(isTokenByte)
        else { throw .malformed }
        let value = line[(colon + 1)...].trimming { $0 == space || $0 == tab }
        // Control characters, of which a tab is the only one allowed.
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == tab }) else { throw .malformed }
        return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
    }

    /// The host of a whole address, if the target is one, and the path with the query.
    private static func target(
        _ target: ArraySlice<UInt8>
    ) throws(Problem) -> (authority: String?, rest: ArraySlice<UInt8>) {
        guard target.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .malformed }
        if target.first == UInt8(ascii: "/") { return (nil, target) }
        let scheme = Array("http://".utf8)
        // For `OPTIONS *`, and for `CONNECT`, whose target is a host.
        guard target.prefix(scheme.count).elementsEqual(scheme) else { return (nil, target) }
        let address = target.dropFirst(scheme.count)
        let end = address.firstIndex(of: UInt8(ascii: "/")) ?? address.endIndex
        let rest = end < address.endIndex ? address[end...] : [UInt8(ascii: "/")]
        return (String(decoding: address[..<end], as: UTF8.self), rest)
    }

    /// Whether a byte may be in the name of a method or a field (RFC 9110, section 5.6.2).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension BidirectionalCollection {
    /// The elements without those at both ends that match.
    fileprivate func trimming(_ isTrimmed: (Element) -> Bool) -> SubSequence {
        guard let first = firstIndex(where: { !isTrimmed($0) }), let last = lastIndex(where: { !isTrimmed($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
