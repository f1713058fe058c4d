import Diagnostics
import Foundation

/// The address at which a site is published, such as `https://example.org/cases/`.
///
/// The grammar, which the command line, `casebook.yml` and builds share:
///
///     base-url = scheme host [ "/" *( character / "/" ) ]
///     scheme   = "https://" / "http://"
///     host     = 1*character       ; at least one after "/" in ASCII, such as a letter or a digit
///     character = %x21-7E          ; except " < > \ ^ ` { | } ? # and, in the host, "/"
///
/// It has neither query nor fragment, no user and password, and leads to a folder, not to a page such as `index.html`. Characters
/// outside of ASCII have to be percent-encoded (RFC 3986, section 2); hosts in other scripts are written with `xn--` (RFC 5890).
/// ``AddressMistake`` says what is wrong in another text.
///
/// The check is our own code, because Foundation's `URL` accepts and repairs addresses that this grammar excludes.
public struct BaseURL: Sendable, Hashable {
    /// The address; it always ends in a slash.
    public let text: String

    /// Reads an address, and adds a missing slash at its end; nil if it does not follow the grammar.
    public init?(_ text: String) {
        guard WebAddress.isValid(text), !text.utf8.contains(where: { "?#".utf8.contains($0) }),
            AddressMistake.page(of: text) == nil
        else { return nil }
        self.text = text.hasSuffix("/") ? text : text + "/"
    }

    /// Reads an address from the command line, where the scheme may be in capital letters.
    public init?(argument: String) {
        self.init(Self.withLowerScheme(argument))
    }

    /// Returns what is wrong in an address from the command line; nil if it is valid.
    public static func mistake(inArgument argument: String) -> AddressMistake? {
        AddressMistake(of: withLowerScheme(argument), isBase: true)
    }

    private static func withLowerScheme(_ argument: String) -> String {
        let scheme = argument.prefix { $0 != ":" }
        return scheme.lowercased() + argument.dropFirst(scheme.count)
    }
}

/// The form of a complete web address: that of ``BaseURL``, with an optional query and fragment, to any page.
package enum WebAddress {
    /// Whether a text is an `https` or `http` address with a host, and all its characters are allowed in an address.
    package static func isValid(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let hasHost = host.utf8.contains { $0 > UInt8(ascii: "/") }
        return hasHost && !host.contains("@")
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}

/// What is wrong in an address, and the address that was meant.
public struct AddressMistake: Sendable, Hashable {
    /// The kind of a mistake.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// It does not start with `https://`, has no host, or has characters that no address has.
        case form
        /// It has a user or a password, which everybody could read. Neither is shown.
        case credentials
        /// It ends in a page, such as `index.html`.
        case page
        /// It has a query: `?…`.
        case query
        /// It has a fragment: `#…`.
        case fragment
        /// The host is not written in ASCII.
        case host
        /// The path has characters that are not percent-encoded.
        case path
    }

    public let kind: Kind
    /// The address that was meant, in the right form; nil if that is not certain.
    public let meant: String?

    /// Finds the first mistake in an address; nil if it is valid.
    ///
    /// - Parameters:
    ///   - text: The address.
    ///   - isBase: Whether it has to be a base URL.
    public init?(of text: String, isBase: Bool) {
        if isBase ? BaseURL(text) != nil : WebAddress.isValid(text) { return nil }
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
            let authority = WebHost.authority(of: text)
        else {
            self.init(kind: text.contains("@") ? .credentials : .form, meant: nil)
            return
        }
        let rest = text.dropFirst(scheme.count + authority.count)
        var path = String(isBase ? rest.prefix { $0 != "?" && $0 != "#" } : rest)
        let page = isBase ? Self.page(of: scheme + authority + path) : nil
        if let page { path = String(path.dropLast(page.count)) }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let port = host.hasPrefix("[") ? "" : String(host.drop { $0 != ":" && $0 != "：" })
        let name = port.isEmpty ? String(host) : String(host.dropLast(port.count))
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        let asciiName = isASCII ? name : WebHost.ascii(name)
        let encoded = Self.percentEncoded(path)
        let meant = asciiName.map { scheme + $0 + port + encoded }.flatMap {
            isBase ? BaseURL($0)?.text : WebAddress.isValid($0) ? $0 : nil
        }
        let kind: Kind =
            if authority.contains("@") {
                .credentials
            } else if isBase, rest.contains("#") {
                .fragment
            } else if isBase, rest.contains("?") {
                .query
            } else if page != nil {
                .page
            } else if !isASCII {
                .host
            } else if encoded != path {
                .path
            } else {
                .form
            }
        self.init(kind: kind, meant: kind == .form ? nil : meant)
    }

    /// A mistake that is known.
    package init(kind: Kind, meant: String?) {
        self.kind = kind
        self.meant = meant
    }

    /// Returns the end of an address that names a page instead of a folder, such as `index.html`; nil if it names a folder.
    static func page(of address: String) -> Substring? {
        guard let authority = WebHost.authority(of: address), let start = address.range(of: "://")?.upperBound else {
            return nil
        }
        let path = address[address.index(start, offsetBy: authority.count)...]
        guard let name = path.split(separator: "/").last else { return nil }
        let folded = name.lowercased()
        guard [".html", ".htm", ".xhtml", ".shtml"].contains(where: { folded.hasSuffix($0) }) || folded == "index.php" else {
            return nil
        }
        return path.hasSuffix("/") ? path.suffix(name.count + 1) : path.suffix(name.count)
    }

    /// Returns a path in which every character that no address has is percent-encoded (RFC 3986, section 2.1).
    private static func percentEncoded(_ path: String) -> String {
        var bytes: [UInt8] = []
        for byte in path.precomposedStringWithCanonicalMapping.utf8 {
            if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What is wrong and what to write, as the end of a sentence that names the address by its key.
    ///
    /// - Parameter key: The key or option that the address is for.
    public func message(of key: String) -> Message {
        let (ja, en) = meant.map { ("「\($0)」と書いてください", ": write “\($0)”") } ?? ("書き直してください", "")
        return switch kind {
        case .form:
            Message(
                ja: "「\(key)」には、「https://example.jp/」のように「https://」で始まるアドレスを書いてください",
                en: "“\(key)” takes an address that starts with “https://”, like “https://example.jp/”")
        case .credentials:
            Message(
                ja: "「\(key)」にユーザー名やパスワード（「@」の前）があると、だれにでも見えてしまいます。"
                    + "「https://example.jp/」のように、除いて書いてください",
                en: "“\(key)” has a user or a password (before “@”), which everybody could read: write it without, like"
                    + " “https://example.jp/”")
        case .page:
            Message(
                ja: "「\(key)」には、ページ（「index.html」など）ではなくフォルダーのアドレスを書きます。\(ja)",
                en: "“\(key)” takes the address of a folder, not of a page such as “index.html”\(en)")
        case .query:
            Message(
                ja: "「\(key)」のアドレスには「?」から後を書けません。\(ja)", en: "“\(key)” takes an address without “?” and what follows\(en)")
        case .fragment:
            Message(
                ja: "「\(key)」のアドレスには「#」から後を書けません。\(ja)", en: "“\(key)” takes an address without “#” and what follows\(en)")
        case .host:
            Message(
                ja: "「\(key)」の日本語のドメインは、「xn--」で始まる形で書きます。\(ja)",
                en: "The domain for “\(key)” has to be written in its form with “xn--”\(en)")
        case .path:
            Message(
                ja: "「\(key)」のアドレスに使えない文字は、「%」で始まる形で書きます。\(ja)",
                en: "Characters for “\(key)” that no address has are written with “%”\(en)")
        }
    }
}
