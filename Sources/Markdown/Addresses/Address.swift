/// Where an address leads, and whether it may stand on a page.
///
/// Only `http:`, `https:`, `mailto:`, `tel:` and addresses within the site may. What a browser might take for anything else
/// is refused: a scheme in any case or with blanks or control characters in it, `//host` and its forms with `\`, an `http:`
/// without a host. libcmark has resolved escapes and character references before.
enum Address: Equatable {
    /// A page of another host.
    case web
    /// `mailto:` or `tel:`.
    case contact
    /// Something within the site, for others to look up.
    case site
    case refused

    init(_ destination: some Sequence<UInt8>) {
        let bytes = Array(destination)
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            self = .refused
            return
        }
        // Browsers drop blanks at the ends, and read `\` as `/` after a scheme of the web.
        let trimmed = Array(bytes.drop { $0 == 0x20 })
        let slashes = trimmed.prefix { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.count
        let end = trimmed.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
        guard let colon = trimmed[..<(end ?? trimmed.count)].firstIndex(of: UInt8(ascii: ":")) else {
            self = slashes > 1 || trimmed.first == UInt8(ascii: "\\") ? .refused : .site
            return
        }
        let rest = trimmed[(colon + 1)...]
        switch String(decoding: trimmed[..<colon].map(\.lowercasedASCII), as: UTF8.self) {
        case "http", "https": self = Self.hasHost(rest) ? .web : .refused
        case "mailto", "tel": self = rest.isEmpty ? .refused : .contact
        default: self = .refused
        }
    }

    /// Whether `//` and the start of a host's name follow.
    private static func hasHost(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
        return first.isASCIIAlphanumeric || first >= 0x80 || first == UInt8(ascii: "[")
    }
}
