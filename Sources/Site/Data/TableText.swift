import Markdown
import Diagnostics
import Foundation

/// Text for a cell of an open table, by the rules of the Japanese government for tables: no line break inside a value, and no
/// platform-dependent character (機種依存文字).
package enum TableText {
    /// Returns the text in one line, with a space for each tab, and platform-dependent characters in their common form (NFKC):
    /// `①㈱ｶﾞ` becomes `1(株)ガ`.
    package static func cell(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var text = text
        text.withUTF8 { append($0, to: &result) }
        return result
    }

    /// Appends the result of ``cell(_:)``.
    package static func append(_ text: [UInt8], to result: inout [UInt8]) {
        text.withUnsafeBufferPointer { append($0, to: &result) }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        let start = result.count
        var kept = 0
        var index = 0
        while true {
            index = firstSuspect(in: text, from: index)
            guard index < text.count else { break }
            let lineBreak = text[index] == UInt8(ascii: "\t") ? 1 : text.lengthOfLineBreak(at: index)
            let end = lineBreak > 0 ? index + lineBreak : endOfPlatformDependent(in: text, from: index)
            guard end > index else {
                index += 1
                continue
            }
            result.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept..<index]))
            if lineBreak == 0 {
                result += common(text[index..<end])
            } else if result.count == start || result.last != UInt8(ascii: " ") {
                result.append(UInt8(ascii: " "))
            }
            index = end
            kept = end
        }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept...]))
    }

    /// Returns the next index at which a line break, a tab or a platform-dependent character may start.
    private static func firstSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { block, next in
            // With one bit set, C2 is E2.
            let leads = block.matches(below: 0x0E) .| block.matches(0xE2, or: 0x20) .| block.matches(0xF0)
            let enclosed = block.matches(0xE3) .& next.matches(0x88, and: 0xF8)
            let halfWidth = block.matches(0xEF) .& (next.matches(0xBD) .| next.matches(0xBE))
            return leads .| enclosed .| halfWidth
        }
    }

    /// Returns the end of a run of platform-dependent characters; its start where there is no such character.
    private static func endOfPlatformDependent(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while let scalar = text.scalar(at: end), isPlatformDependent(scalar) { end += UTF8.width(scalar) }
        return end
    }

    /// Returns the common form of a run of characters. A run is normalized as a whole, because a half-width kana and its mark
    /// become one character. Foundation's NFKC leaves them apart, so NFC follows.
    private static func common(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> String.UTF8View {
        String(decoding: run, as: UTF8.self).precomposedStringWithCompatibilityMapping
            .precomposedStringWithCanonicalMapping.utf8
    }

    /// Returns whether a character has different codes, or none, in older Japanese character sets, and has a common form. Kanji are
    /// kept: a name must not change.
    private static func isPlatformDependent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2103, 0x212B: false  // ℃ and Å, which JIS X 0208 has
        case 0x2100...0x214F: true  // №, ℡
        case 0x2150...0x218B: true  // ½, Ⅳ, ⅷ
        case 0x2460...0x24FF: true  // ①, ⑴, Ⓐ
        case 0x3200...0x33FF: true  // ㈱, ㊤, ㌔, ㍻
        case 0xFF61...0xFF9F: true  // half-width kana
        case 0x1F100...0x1F2FF: true  // 🄰, 🈁
        default: false
        }
    }
}
