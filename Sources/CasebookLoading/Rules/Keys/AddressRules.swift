import CasebookModel
import Diagnostics

/// An old address is none that a page can be written to: lower-case ASCII, relative, with `.html`.
package struct BadAlias: FileRule, FixableRule {
    package static let id = "bad-alias"
    package static let guide = GuideEntry(
        meaning: "`aliases` のアドレスが、アドレスとして使えません。",
        remedy: "`old/case1.html` のように書きます。")
    package static let fixSummary = Message(ja: "以前のアドレスを、使える形に直しました", en: "Corrected the form of the old address")
    package static let examples = [BadAlias(value: "/Old.htm", meant: nil)]

    package let value: String
    package let meant: String?

    package var message: Message {
        Message(
            ja: "「\(value)」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください",
            en: "“\(value)” cannot be an old address: write lower-case ASCII that ends in “.html”, like “old/case1.html”")
    }

    package var suggestions: [String] { meant.map { [$0] } ?? [] }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, _) in file.texts(where: { if case .addresses = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard !isFit(value) else { continue }
            var trimmed = Substring(value.lowercased())
            while trimmed.hasPrefix("/") || trimmed.hasPrefix("./") { trimmed = trimmed.drop { $0 == "." || $0 == "/" } }
            let isOnlyPrefixed = value.lowercased() == value && isFit(String(trimmed))
            let meant = isOnlyPrefixed ? String(trimmed) : nil
            report.add(BadAlias(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }

    /// Whether a page can be written to an address on every file system.
    package static func isFit(_ address: String) -> Bool {
        guard address.hasSuffix(".html"), address.utf8.count <= 200 else { return false }
        let segments = address.dropLast(5).split(separator: "/", omittingEmptySubsequences: false)
        return segments.allSatisfy { segment in
            guard let first = segment.utf8.first, first != 0x2D, first != 0x2E, !ReservedNames.isForbidden(segment) else {
                return false
            }
            return segment.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
                default: false
                }
            }
        }
    }
}

/// An address on the web does not start with `https://` or `http://`, or has characters that no address has.
package struct BadAddress: FileRule {
    package static let id = "bad-address"
    package static let guide = GuideEntry(
        meaning: "`url` か `base_url` が、アドレスとして読めません。",
        remedy: "`https://` から書きます。")
    package static let examples = [BadAddress(key: "base_url", value: "example")]

    package let key: String
    package let value: String

    package var message: Message {
        Message(
            ja: "「\(key)」の「\(value)」は「https://」で始まるアドレスではありません",
            en: "“\(value)” for “\(key)” is not an address that starts with “https://”")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { if case .url = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard field.key == "base_url" ? BaseURL(value) == nil : !WebAddress.isValid(value) else { continue }
            report.add(BadAddress(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}
