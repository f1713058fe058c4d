/// The address at which a site is published, such as `https://example.org/cases/`.
///
/// The grammar, which the command line, `casebook.yml` and builds share:
///
///     base-url = scheme host [ "/" *( character / "/" ) ]
///     scheme   = "https://" / "http://"
///     host     = 1*character       ; at least one above "/" in ASCII, such as a letter or a digit
///     character = %x21-7E          ; except " < > \ ^ ` { | } ? # and, in the host, "/"
///
/// So it has neither a query nor a fragment, and characters beyond ASCII have to be percent-encoded (RFC 3986, section 2).
public struct BaseURL: Sendable, Hashable {
    /// The address, which ends in a slash.
    public let text: String

    /// Reads an address; nil if it does not follow the grammar.
    public init?(_ text: String) {
        guard WebAddress.isValid(text), !text.utf8.contains(where: { "?#".utf8.contains($0) }) else { return nil }
        self.text = text.hasSuffix("/") ? text : text + "/"
    }

    /// Reads an address that was typed on the command line, where the scheme may be in capital letters.
    public init?(argument: String) {
        let scheme = argument.prefix { $0 != ":" }
        self.init(scheme.lowercased() + argument.dropFirst(scheme.count))
    }
}

/// The form of a whole web address: ``BaseURL`` with an optional query and fragment.
package enum WebAddress {
    /// Whether a text is an `https` or `http` address in characters that an address may have.
    package static func isValid(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let hasHost = host.utf8.contains { $0 > UInt8(ascii: "/") }
        return hasHost && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}
