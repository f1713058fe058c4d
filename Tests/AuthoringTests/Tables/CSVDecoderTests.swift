@testable import Basics
@testable import CasebookModel
@testable import Authoring
import Diagnostics
import Testing

@Suite struct CSVDecoderTests {
    @Test func utf8WithAndWithoutMark() {
        let text = Array("題名\r\n一\r二\n".utf8)
        for bytes in [text, [0xEF, 0xBB, 0xBF] + text] {
            let decoded = decode(bytes)
            #expect(decoded.text?.utf8 == Array("題名\n一\n二\n".utf8))
            #expect(decoded.encoding == .utf8 && decoded.diagnostics == [])
        }
    }

    /// 「題名,①髙㈱～－∥﨑」 as Windows writes it: a NEC special character, two IBM extensions, and signs whose mapping is Microsoft's.
    @Test func windowsCharacters() {
        let bytes: [UInt8] = [
            0x91, 0xE8, 0x96, 0xBC, 0x2C, 0x87, 0x40, 0xFB, 0xFC, 0x87, 0x8A, 0x81, 0x60, 0x81, 0x7C, 0x81, 0x61, 0xFA, 0xB1,
        ]
        let decoded = decode(bytes)
        #expect(decoded.encoding == .cp932 && decoded.diagnostics == [])
        #expect(decoded.text.map { String(decoding: $0.utf8, as: UTF8.self) } == "題名,①髙㈱～－∥﨑")
    }

    @Test func aByteThatIsNoCharacter() {
        // 題名 LF 題, then a lead byte before a comma.
        let decoded = decode([0x91, 0xE8, 0x96, 0xBC, 0x0D, 0x0A, 0x91, 0xE8, 0x81, 0x2C], as: .cp932)
        #expect(decoded.text == nil)
        #expect(problems(decoded.diagnostics) == ["unreadable-table 2:2"])
        // A text that ends in the middle of a character.
        #expect(CP932.decode([0x91, 0xE8, 0x91]) == .invalid(2))
        let cut = decode(Array("題名\n題".utf8) + [0xE9, 0xA1, 0x2C])
        #expect(problems(cut.diagnostics) == ["unreadable-table 2:2"])
    }

    @Test func nothingIsGuessed() {
        // "title,é" in UTF-8 is "title,ﾃｩ" in CP932.
        let bytes = Array("title,é".utf8)
        #expect(problems(decode(bytes).diagnostics) == ["ambiguous-encoding 1:7"])
        #expect(decode(bytes, as: .utf8).text?.utf8 == bytes)
        #expect(decode(bytes, as: .cp932).text.map { String(decoding: $0.utf8, as: UTF8.self) } == "title,ﾃｩ")
        // EUC-JP is told, not read as half-width kana.
        let euc: [UInt8] = [0xC2, 0xEA, 0xCC, 0xBE]
        #expect(problems(decode(euc).diagnostics) == ["unreadable-table 1:1"])
        #expect(decode(euc).diagnostics[0].message.ja.contains("EUC-JP"))
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04] as [UInt8], "a.csv", SpreadsheetFile.xlsx),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.csv", .xls),
        (
            [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
                + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), "a.csv", .ods
        ),
        ([0x50, 0x4B, 0x03, 0x04], "a.numbers", .numbers),
    ])
    func spreadsheets(bytes: [UInt8], path: String, kind: SpreadsheetFile) {
        let decoded = CSVDecoder.decode(SourceFile(path: path, bytes: bytes), as: nil)
        #expect(decoded.text == nil)
        #expect(decoded.diagnostics.map(\.message) == [ImportProblem.spreadsheet(kind).message])
    }

    private func decode(
        _ bytes: [UInt8], as encoding: CSVEncoding? = nil
    ) -> (text: SourceText?, encoding: CSVEncoding?, diagnostics: [Diagnostic]) {
        CSVDecoder.decode(SourceFile(path: "form.csv", bytes: bytes), as: encoding)
    }

    private func problems(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.id) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
    }
}
