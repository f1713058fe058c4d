@testable import Authoring
@testable import Basics
@testable import CasebookLoading
import Diagnostics
import TestSupport
import Testing

@Suite struct FormWorkbookTests {
    private func form(_ language: Language = .ja) throws -> CaseForm {
        try #require(SmallCasebook().in(language).readForm().form)
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        var archive = try ZipReader(bytes)
        return String(decoding: try #require(try archive.contents(of: name)), as: UTF8.self)
    }

    @Test(arguments: Language.allCases)
    func sheets(language: Language) throws {
        let bytes = FormWorkbook(try form(language)).bytes
        #expect(bytes == FormWorkbook(try form(language)).bytes)
        let book = try WorkbookReader.read(bytes)
        let names = FormWorkbook.names(in: language)
        #expect(
            book.sheets.map(\.name).prefix(2) == [names.form, names.table]
                && book.sheets.map(\.isHidden) == [false, false, true])
        // Empty, it is a form without cases, and no heading is unknown or missing.
        let result = CaseImport.read([SourceFile(path: "form.xlsx", bytes: bytes)], form: try form(language))
        #expect(result.diagnostics.map(\.id) == ["no-rows"])
        #expect(result.messages == [])
    }

    @Test func listsHaveTheLabels() throws {
        let bytes = FormWorkbook(try form()).bytes
        let choices = try WorkbookReader.read(bytes).sheets[2]
        let columns = Dictionary(grouping: choices.rows.flatMap(\.cells), by: \.column).mapValues { $0.map(\.text) }
        for question in try form().questions {
            #expect(columns.values.contains([question.label] + question.choices.map(\.label)))
        }
        #expect(columns.values.contains(["状態", "下書き", "公開", "取り下げ"]))
        let names = try part("xl/workbook.xml", of: bytes)
        #expect(names.contains("<definedName name=\"choices_1\">'選択肢'!$A$2:$A$"))
        #expect(names.contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'一覧'!$1:$1</definedName>"))
        let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(sheet.contains("<formula1>choices_1</formula1>") && sheet.contains("paperSize=\"9\""))
    }

    @Test func messagesAreShortEnough() {
        let long = String(repeating: "𠮷野家", count: 200)
        let cut = WorkbookWriter.shortened(long, to: 255)
        #expect(cut.utf16.count <= 255 && cut.utf16.count > 250 && cut.hasSuffix("…"))
        #expect(WorkbookWriter.shortened(String(repeating: "あ", count: 32), to: 32).hasSuffix("あ"))
    }

    @Test(arguments: [
        "=1+1", " 前後の空白 ", "*強く* #1 | a", "一行目\n\n二行目", "_x000D_", "_x005F_x000D_", "_x00_", "<b>&amp;\"'", "2026/4/1", "0123",
        "\u{1F600}", "]]>",
    ])
    func textsAreReadAsWritten(_ text: String) throws {
        let row = WorkbookWriter.Row(number: 3, cells: [.init(column: 27, text: text)])
        let bytes = WorkbookWriter([.init(name: "甲 'と' <乙>", rows: [row])]).bytes
        let sheet = try WorkbookReader.read(bytes).sheets[0]
        #expect(sheet.name == "甲 'と' <乙>" && sheet.rows.map(\.number) == [3])
        #expect(sheet.rows[0].cells == [.init(column: 27, kind: .text, text: text)])
    }
}
