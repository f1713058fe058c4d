/// The kind of an address: where it leads, and whether it is allowed on a page.
///
/// Only `http:`, `https:`, `mailto:`, `tel:` and addresses within the site are allowed. Everything that a browser might read as
/// something else is refused: other schemes in any case, also with spaces or control characters in them, `//host` and its forms
/// with `\`, and `http:` without a host. libcmark has already resolved escapes and character references.
enum Address: Equatable {
    /// A page of another host.
    case web
    /// `mailto:` or `tel:`.
    case contact
    /// An address within the site, not checked any further here.
    case site
    /// An address that is not allowed.
    case refused

    init(_ destination: String) {
        var destination = destination
        self = destination.withUTF8 { Self.kind(of: $0) }
    }

    private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Address {
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .refused }
        // Browsers ignore spaces at the ends, and read `\` as `/`.
        let address = bytes.drop { $0 == 0x20 }
        let slashes = address.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
        let head = address.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
            return slashes > 1 || address.first == UInt8(ascii: "\\") ? .refused : .site
        }
        let scheme = head[..<colon]
        let rest = address[(colon + 1)...]
        if matches(scheme, "http") || matches(scheme, "https") { return hasHost(rest) ? .web : .refused }
        if matches(scheme, "mailto") || matches(scheme, "tel") { return rest.isEmpty ? .refused : .contact }
        return .refused
    }

    private static func matches(_ scheme: Slice<UnsafeBufferPointer<UInt8>>, _ name: StaticString) -> Bool {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return scheme.elementsEqual(name) { $0.lowercasedASCII == $1 }
    }

    /// Whether the rest of an address starts with `//` and a host name.
    private static func hasHost(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
        return first.isASCIIAlphanumeric || first >= 0x80 || first == UInt8(ascii: "[")
    }
}
