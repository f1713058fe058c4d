import Foundation

/// A text as a cell of an open table holds it, by the rules for tables of the Japanese government: no line break inside a
/// value, and no character that depends on the machine (機種依存文字).
enum TableText {
    /// The text in one line, with what depends on the machine in its common form (NFKC): `①㈱ｶﾞ` is `1(株)ガ`.
    static func cell(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { needsChange($0) }) else { return text }
        var result = ""
        var run = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isMachineDependent(scalar) {
                run.append(scalar)
                continue
            }
            append(&run, to: &result)
            if isBreak(scalar) {
                if !result.hasSuffix(" ") { result.append(" ") }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        append(&run, to: &result)
        return result
    }

    /// Normalized a run at a time, as half-width kana and their marks make one character. Foundation's NFKC leaves them apart,
    /// so that NFC has to follow.
    private static func append(_ run: inout String.UnicodeScalarView, to result: inout String) {
        guard !run.isEmpty else { return }
        result += String(run).precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
        run.removeAll()
    }

    private static func needsChange(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value < 0x7F ? false : isBreak(scalar) || isMachineDependent(scalar)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Signs that older Japanese character sets have in different places, or not at all, and that have a common form.
    /// Kanji are left alone: a name is not written in another one.
    private static func isMachineDependent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2100...0x214F: !commonLetterlike.contains(scalar.value)  // №, ℡
        case 0x2150...0x218B: true  // ½, Ⅳ, ⅷ
        case 0x2460...0x24FF: true  // ①, ⑴, Ⓐ
        case 0x3200...0x33FF: true  // ㈱, ㊤, ㌔, ㍻
        case 0xFF61...0xFF9F: true  // half-width kana
        case 0x1F100...0x1F2FF: true  // 🄰, 🈁
        default: false
        }
    }

    /// ℃ and Å, which JIS X 0208 has.
    private static let commonLetterlike: Set<UInt32> = [0x2103, 0x212B]
}
