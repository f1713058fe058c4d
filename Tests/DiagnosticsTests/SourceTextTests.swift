import Diagnostics
import Testing

@Suite struct SourceTextTests {
    private let text = SourceText(path: "a.md", utf8: Array("一行目\nか\u{3099}き 👨‍👩‍👧x\n".utf8))

    @Test func columnsCountCharactersNotBytes() {
        let line = Array("一行目\n".utf8).count
        #expect(text.position(ofByte: 0) == SourcePosition(line: 1, column: 1))
        #expect(text.position(ofByte: 3) == SourcePosition(line: 1, column: 2))
        #expect(text.position(ofByte: line) == SourcePosition(line: 2, column: 1))
        let beforeX = Array("一行目\nか\u{3099}き 👨‍👩‍👧".utf8).count
        #expect(text.position(ofByte: beforeX) == SourcePosition(line: 2, column: 5))
    }

    @Test func offsetsOutsideTheTextAreClamped() {
        #expect(text.position(ofByte: -5) == SourcePosition(line: 1, column: 1))
        #expect(text.position(ofByte: 9_999) == SourcePosition(line: 3, column: 1))
        #expect(text.line(atByte: 9_999) == "")
        #expect(text.string(-3..<3) == "一")
    }

    @Test func linesHaveNoLineEnds() {
        #expect(text.line(atByte: 4) == "一行目")
        #expect(text.line(atByte: 12).hasSuffix("x"))
    }

    @Test func textUpToAnOffsetEndsWithALine() {
        #expect(text.lines(toByte: 0).utf8 == [])
        #expect(text.lines(toByte: 4).utf8 == Array("一行目\n".utf8))
        #expect(text.lines(toByte: 9).utf8 == Array("一行目\n".utf8))
        #expect(text.lines(toByte: 12).utf8 == text.utf8)
        #expect(text.lines(toByte: 9_999).utf8 == text.utf8)
    }

    /// Every offset inside of a character has the column after it, also where the character is longer than any text of a person.
    @Test(arguments: [10, 170, 171, 5_000])
    func aCharacterOfAnyLengthHasOneColumn(count: Int) {
        let character = "か" + String(repeating: "\u{3099}", count: count)
        let line = "あ\(character)い\(character)う" + String(repeating: "え", count: 500)
        let text = SourceText(path: "a.md", utf8: Array(line.utf8))
        let length = character.utf8.count
        func column(_ offset: Int) -> Int { text.position(ofByte: offset).column }
        #expect([0, 3, 3 + length, 6 + length, 6 + 2 * length, 9 + 2 * length].map(column) == [1, 2, 3, 4, 5, 6])
        for offset in stride(from: 6, to: length, by: max(length / 50, 3)) {
            #expect(column(3 + offset) == 3 && column(6 + length + offset) == 5)
        }
    }

    /// In lines of any length a column is one more than the number of characters before it.
    @Test func columnsOfLongLinesCountCharacters() {
        let parts = ["あ", "か\u{3099}", "👨‍👩‍👧", "x", "🇯🇵", "e\u{301}\u{302}", "\r"]
        let line = (0..<20_000).map { parts[$0 * $0 % parts.count] }.joined()
        let text = SourceText(path: "a.md", utf8: Array("短い行\n\(line)\n\(line.prefix(5_000))\n終わり".utf8))
        var start = 0
        for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            for offset in stride(from: 0, through: line.count, by: max(1, line.count / 57)) {
                let column = String(decoding: line.prefix(offset), as: UTF8.self).count + 1
                #expect(text.position(ofByte: start + offset) == SourcePosition(line: number + 1, column: column))
            }
            start += line.count + 1
        }
    }
}
