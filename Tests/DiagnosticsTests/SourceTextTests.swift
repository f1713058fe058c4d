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

    @Test func placesOutsideTheTextAreItsEnds() {
        #expect(text.position(ofByte: -5) == SourcePosition(line: 1, column: 1))
        #expect(text.position(ofByte: 9_999) == SourcePosition(line: 3, column: 1))
        #expect(text.line(atByte: 9_999) == "")
        #expect(text.string(-3..<3) == "一")
    }

    @Test func linesComeWithoutTheirEnds() {
        #expect(text.line(atByte: 4) == "一行目")
        #expect(text.line(atByte: 12).hasSuffix("x"))
    }

    @Test func whatIsKeptEndsWithALine() {
        #expect(text.lines(toByte: 0).utf8 == [])
        #expect(text.lines(toByte: 4).utf8 == Array("一行目\n".utf8))
        #expect(text.lines(toByte: 9).utf8 == Array("一行目\n".utf8))
        #expect(text.lines(toByte: 12).utf8 == text.utf8)
        #expect(text.lines(toByte: 9_999).utf8 == text.utf8)
    }
}
