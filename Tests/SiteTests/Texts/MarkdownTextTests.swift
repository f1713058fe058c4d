import Site
import Testing

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("# 見出し", "\\# 見出し"), ("- 項目", "\\- 項目"), ("12. 番号", "12\\. 番号"), ("3.5時間", "3\\.5時間"), ("a - b", "a - b"),
        ("[a](b) *c* <d>", "\\[a\\](b) \\*c\\* \\<d\\>"), ("  字下げ\n続き", "字下げ 続き"), ("c:\\x", "c:\\\\x"),
        ("1234567890. a", "1234567890. a"), ("123456789) a", "123456789\\) a"), ("1.2.3", "1\\.2.3"), (". a", ". a"),
        ("=== a", "\\=== a"), ("+1", "\\+1"), ("1+1=2", "1+1=2"), ("a\n- b", "a - b"), ("\n \t- b\r\n", "\\- b"),
        ("一\u{85}二\u{2028}三\u{2029}四\u{B}五\u{C}六\r七", "一 二 三 四 五 六 七"), ("{|}~^@!\"#`&_", "\\{\\|\\}\\~^@\\!\"\\#\\`\\&\\_"),
        ("   ", ""), ("", ""), ("a\n\n\nb\n", "a b"),
    ])
    func aLineShowsExactlyTheText(text: String, expected: String) {
        #expect(MarkdownText.line(text) == expected)
    }

    @Test func paragraphsAreSeparated() {
        #expect(paragraphs("一。\n二。\r\n\r\n- 三\n  1. 四") == "一。\n\n二。\n\n\\- 三\n\n1\\. 四\n")
        #expect(paragraphs("一\n \n二") == "一\n\n\n\n二\n")
        #expect(paragraphs("\n\n") == "")
    }

    @Test func earlierTextChangesNothing() {
        var bytes = Array("12".utf8)
        MarkdownText.append(line: ". a", to: &bytes)
        MarkdownText.append(line: "- b", to: &bytes)
        MarkdownText.append(paragraphs: Array("1. c".utf8), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "12. a\\- b1\\. c\n")
    }

    @Test func anyTextIsEscapedByTheRules() {
        for text in TrickyText.texts(20_000) {
            #expect(
                MarkdownText.line(text).unicodeScalars.elementsEqual(Self.line(text).unicodeScalars), "\(text.debugDescription)"
            )
            let expected = text.split { $0.isNewline }.map { "\(Self.line(String($0)))\n" }.joined(separator: "\n")
            #expect(paragraphs(text).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(text.debugDescription)")
        }
    }

    private func paragraphs(_ text: String) -> String {
        var bytes: [UInt8] = []
        MarkdownText.append(paragraphs: Array(text.utf8), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The rules, applied one byte at a time.
    private static func line(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.split(whereSeparator: \.isNewline).joined(separator: " ").utf8 {
            if bytes.isEmpty, byte == 0x20 || byte == 0x09 { continue }
            let startsBlock = bytes.isEmpty && "-+=".utf8.contains(byte)
            let isNumber = (1..<10).contains(bytes.count) && bytes.allSatisfy { (0x30...0x39).contains($0) }
            if "\\`*_{}[]<>#&~|!".utf8.contains(byte) || startsBlock || isNumber && ".)".utf8.contains(byte) {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
