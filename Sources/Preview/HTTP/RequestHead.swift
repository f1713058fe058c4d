/// The head of a request: everything before its body (RFC 9112, sections 2 to 5).
///
///     head         = request-line *( field EOL ) EOL
///     request-line = method SP target SP "HTTP/1." DIGIT EOL
///     target       = "/" … | "http://" authority "/" …
///     field        = name ":" OWS value OWS
///     EOL          = [ CR ] LF
///
/// No request of a preview has a body, so a head that announces one is refused.
package struct RequestHead: Sendable, Hashable {
    /// Why a request is refused.
    package enum Problem: Int, Error {
        /// The head does not have the form above, or names no host or several.
        case malformed = 400
        /// The head did not arrive in time.
        case tooSlow = 408
        /// The request has a body.
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
        var (hosts, keepsOpen, hasBody): ([String], Bool, Bool) = ([], !isOld, false)
        for line in lines {
            let (name, value) = try Self.field(line)
            switch name {
            case "host": hosts.append(value)
            case "connection":
                let options = value.lowercased().split(separator: ",").map { $0.trimming { $0 == " " || $0 == "\t" } }
                if options.contains("close") { keepsOpen = false }
                if isOld, options.contains("keep-alive") { keepsOpen = true }
            case "content-length":
                guard !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .malformed }
                if value.utf8.contains(where: { $0 != 0x30 }) { hasBody = true }
            case "transfer-encoding": hasBody = true
            default: break
            }
        }
        if hasBody { throw .hasBody }
        guard hosts.count == 1 || (hosts.isEmpty && isOld) else { throw .malformed }
        let (authority, rest) = try Self.target(words[1])
        let parts = rest.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        path = String(decoding: parts[0], as: UTF8.self)
        query = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
        host = authority ?? hosts.first ?? ""
        self.keepsOpen = keepsOpen
    }
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
