import Basics

/// Texts in which characters that are frequent in Japanese take fewer bytes.
///
/// Characters change places with others: the most frequent ones with ASCII, the other kanji of the first level of JIS X 0208 with the
/// characters from U+00A0, whose UTF-8 is shorter. Changing places again gives the text back, so `templates/assets/finder.js/3-source.js`
/// does the same. Texts get half as long, and a sixth shorter when compressed.
struct CompactText: Sendable {
    static let shared = CompactText()

    /// The characters that change places with ASCII, in the order of their codes: those that are most frequent in casebooks.
    static let frequent = """
        、。あいうえかがきくけこしじすせたっつてでとどなにのはまめもやよらりるれわをン・ー一上事人仕体作例分労取合向員場害就工当必性担援支方書本業機決\
        理用療相組者職行要見解課談連間関障面題
        """
    /// The code of the first character that changes places with a kanji.
    private static let firstShort: UInt16 = 0xA0

    /// For each code of the basic plane, the code of the character that it changes places with, or itself.
    private let others: [UInt16]

    private init() {
        var others = Array(0...UInt16.max)
        func swap(_ one: UInt16, _ other: UInt16) {
            others[Int(one)] = other
            others[Int(other)] = one
        }
        // JSON and HTML need escapes for some characters of ASCII.
        let ascii = (UInt16(0x20)...0x7E).filter { !"\"\\<>&".utf16.contains($0) }
        let frequent = Array(Self.frequent.utf16)
        for (one, other) in zip(ascii, frequent) { swap(one, other) }
        let known = Set(frequent)
        let kanji = Self.kanji.filter { !known.contains($0) }
        for (offset, other) in kanji.enumerated() { swap(Self.firstShort + UInt16(offset), other) }
        self.others = others
    }

    /// The kanji of the first level of JIS X 0208, in its order.
    static let kanji: [UInt16] = {
        var bytes: [UInt8] = []
        for lead in UInt8(0x88)...0x98 {
            for trail in UInt8(0x40)...0xFC where trail != 0x7F {
                let code = UInt16(lead) << 8 | UInt16(trail)
                guard (0x889F...0x9872).contains(code) else { continue }
                bytes.append(lead)
                bytes.append(trail)
            }
        }
        guard case .text(let text) = CP932.decode(bytes) else { return [] }
        return Array(String(decoding: text, as: UTF8.self).utf16)
    }()

    /// Replaces the content of `result` by a text of well-formed UTF-8 with characters in their other places. O(length).
    func write(_ text: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
        result.removeAll(keepingCapacity: true)
        // No character gets longer than three bytes.
        result.append(contentsOf: repeatElement(0, count: 3 * text.count))
        var end = 0
        others.withUnsafeBufferPointer { others in
            result.withUnsafeMutableBufferPointer { result in
                var reader = ScalarReader(text)
                while let scalar = reader.next() {
                    guard scalar.value < 0x10000 else {
                        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                            result[end] = byte
                            end += 1
                        }
                        continue
                    }
                    let code = others[Int(scalar.value)]
                    if code < 0x80 {
                        result[end] = UInt8(truncatingIfNeeded: code)
                        end += 1
                    } else if code < 0x800 {
                        result[end] = UInt8(truncatingIfNeeded: 0xC0 | code >> 6)
                        result[end + 1] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                        end += 2
                    } else {
                        result[end] = UInt8(truncatingIfNeeded: 0xE0 | code >> 12)
                        result[end + 1] = UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F)
                        result[end + 2] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                        end += 3
                    }
                }
            }
        }
        result.removeLast(result.count - end)
    }

    /// Returns a text with characters in their other places.
    func written(_ text: String) -> String {
        var text = text
        var result: [UInt8] = []
        text.withUTF8 { write($0, to: &result) }
        return String(decoding: result, as: UTF8.self)
    }
}
