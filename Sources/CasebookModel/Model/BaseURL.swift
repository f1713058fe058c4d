/// The address at which a site is published, such as `https://example.org/cases/`.
///
/// The grammar, which the command line, `casebook.yml` and builds share:
///
///     base-url = scheme host [ "/" *( character / "/" ) ]
///     scheme   = "https://" / "http://"
///     host     = 1*character       ; at least one after "/" in ASCII, such as a letter or a digit
///     character = %x21-7E          ; except " < > \ ^ ` { | } ? # and, in the host, "/"
///
/// It has neither query nor fragment. Characters outside of ASCII have to be percent-encoded (RFC 3986, section 2).
///
/// The check is our own code, because Foundation's `URL` accepts and repairs addresses that this grammar excludes.
public struct BaseURL: Sendable, Hashable {
    /// The address; it always ends in a slash.
    public let text: String

    /// Reads an address, and adds a missing slash at its end; nil if it does not follow the grammar.
    public init?(_ text: String) {
        guard WebAddress.isValid(text), !text.utf8.contains(where: { "?#".utf8.contains($0) }) else { return nil }
        self.text = text.hasSuffix("/") ? text : text + "/"
    }

    /// Reads an address from the command line, where the scheme may be in capital letters.
    public init?(argument: String) {
        let scheme = argument.prefix { $0 != ":" }
        self.init(scheme.lowercased() + argument.dropFirst(scheme.count))
    }
}

/// The form of a complete web address: that of ``BaseURL``, with an optional query and fragment.
package enum WebAddress {
    /// Whether a text is an `https` or `http` address with a host, and all its characters are allowed in an address.
    package static func isValid(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let hasHost = host.utf8.contains { $0 > UInt8(ascii: "/") }
        return hasHost && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}
