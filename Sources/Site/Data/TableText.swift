import Diagnostics
import Foundation

/// A text as a cell of an open table holds it, by the rules for tables of the Japanese government: no line break inside a
/// value, and no character that depends on the machine (機種依存文字).
enum TableText {
    /// The text in one line, a tab a blank, with what depends on the machine in its common form (NFKC): `①㈱ｶﾞ` is `1(株)ガ`.
    static func cell(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var text = text
        text.withUTF8 { append($0, to: &result) }
        return result
    }

    /// Appends what ``cell(_:)`` gives.
    static func append(_ text: [UInt8], to result: inout [UInt8]) {
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
            let end = lineBreak > 0 ? index + lineBreak : endOfMachineDependent(in: text, from: index)
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

    /// Where a line break, a tab or a machine-dependent character may be.
    private static func firstSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { block, next in
            // With one bit set, C2 is E2.
            let leads = block.matches(below: 0x0E) .| block.matches(0xE2, or: 0x20) .| block.matches(0xF0)
            let enclosed = block.matches(0xE3) .& next.matches(0x88, and: 0xF8)
            let halfWidth = block.matches(0xEF) .& (next.matches(0xBD) .| next.matches(0xBE))
            return leads .| enclosed .| halfWidth
        }
    }

    /// The end of a run of machine-dependent characters, which is where it starts when there is none.
    private static func endOfMachineDependent(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while let scalar = text.scalar(at: end), isMachineDependent(scalar) { end += UTF8.width(scalar) }
        return end
    }

    /// Normalized a run at a time, as half-width kana and their marks make one character. Foundation's NFKC leaves them apart,
    /// so that NFC has to follow.
    private static func common(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> String.UTF8View {
        String(decoding: run, as: UTF8.self).precomposedStringWithCompatibilityMapping
            .precomposedStringWithCanonicalMapping.utf8
    }

    /// Signs that older Japanese character sets have in different places, or not at all, and that have a common form.
    /// Kanji are left alone: a name is not written in another one.
    private static func isMachineDependent(_ scalar: Unicode.Scalar) -> Bool {
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
