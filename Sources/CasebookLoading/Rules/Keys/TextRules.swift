import Basics
import Diagnostics

/// A reading that sorts something is not in kana.
package struct BadYomi: FileRule {
    package static let id = "bad-yomi"
    package static let guide = GuideEntry(
        meaning: "読みに、かなでない文字があります。",
        remedy: "ひらがな（またはカタカナ）だけで書きます。「A」は「えー」のように書きます。")
    package static let examples = [BadYomi(key: "yomi", value: "就労")]

    package let key: String
    package let value: String

    package var message: Message {
        Message(
            ja: "項目「\(key)」の「\(value)」は読みとして使えません。かなだけで書いてください",
            en: "“\(value)” is not a reading for “\(key)”: write it in kana only")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { if case .yomi = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard !ReadingKey.isReading(value) else { continue }
            report.add(BadYomi(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}

/// A text has a control character, or one that changes the direction of the text around it.
package struct UnsafeCharacter: FileRule, FixableRule {
    package static let id = "unsafe-character"
    package static let guide = GuideEntry(
        meaning: "目に見えない、使えない文字が入っています。",
        remedy: "示された場所の文字を消し、書き直します。")
    package static let fixSummary = Message(ja: "使えない文字を取り除きました", en: "Removed a character that is not allowed")
    package static let examples = [UnsafeCharacter(key: "title", scalar: 0x202E)]

    package let key: String
    package let scalar: UInt32

    /// For a problem that another check has found.
    package init(key: String, scalar: UInt32) {
        self.key = key
        self.scalar = scalar
    }

    package var message: Message {
        Message(
            ja: "項目「\(key)」に使えない文字（\(String.codePoint(scalar))）があります。取り除いてください",
            en: "The key “\(key)” contains a character that is not allowed (\(String.codePoint(scalar))): remove it")
    }

    package static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(where: { $0.isShown }) {
            if let mended = text.mended {
                let mayBreak = !["title", "label", "heading"].contains(field.key)
                let scalar = mended.unicodeScalars.first { isUnsafe($0.value) && !(mayBreak && $0 == "\n") }
                if let scalar {
                    report.add(UnsafeCharacter(key: field.key, scalar: scalar.value), in: file.text, text.bytes)
                }
            } else if mayBeUnsafe(file.text.utf8[text.content]) {
                check(text.content, field.key, in: file.text, report: &report)
            }
        }
    }

    private static func check(_ range: Range<Int>, _ key: String, in text: SourceText, report: inout Report) {
        var offset = range.lowerBound
        for scalar in text.string(range).unicodeScalars {
            let end = offset + UTF8.width(scalar)
            // U+0000 is reported by the decoder.
            if isUnsafe(scalar.value), scalar.value != 0 {
                report.add(
                    UnsafeCharacter(key: key, scalar: scalar.value), in: text, offset..<end,
                    replacement: scalar == "\t" ? " " : "")
            }
            offset = end
        }
    }

    /// Whether one of the bytes that unsafe characters have is there.
    private static func mayBeUnsafe(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            bytes.indices.contains { index in
                let byte = bytes[index]
                if byte < 0x20 || byte == 0x7F || byte == 0xC2 { return true }
                return byte == 0xE2 && index + 1 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
            }
        }
    }

    package static func isUnsafe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
    }
}

extension Field {
    /// Whether the value is text that readers see.
    fileprivate var isShown: Bool {
        switch kind {
        case .text, .yomi, .names: true
        default: false
        }
    }
}
