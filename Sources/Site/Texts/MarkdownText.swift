/// Text of the collection as Markdown that shows just that text, whatever it holds.
enum MarkdownText {
    private static let marks = Set("\\`*_{}[]<>#&~|!".utf8)

    /// The text in one line, with every mark of Markdown escaped.
    static func line(_ text: String) -> String {
        String(decoding: escape(text.split { $0.isNewline }.joined(separator: " ")), as: UTF8.self)
    }

    /// The text a paragraph a line, so that no line is taken for a heading, a list or a rule.
    static func paragraphs(_ text: String) -> String {
        text.split { $0.isNewline }.map { "\(line(String($0)))\n" }.joined(separator: "\n")
    }

    private static func escape(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var isAtStart = true
        for byte in text.utf8 {
            if isAtStart, byte == 0x20 || byte == 0x09 { continue }
            let startsBlock = isAtStart && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "="))
            let endsNumber = (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")")) && isNumber(bytes)
            if marks.contains(byte) || startsBlock || endsNumber { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
            isAtStart = false
        }
        return bytes
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.count < 10 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
}
