@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import TestSupport
import Testing

@Suite struct CaseUpdateTests {
    private static let text = """
        ---
        # 説明
        title: "一つ目の事例"   # 題名
        category: 1
        organization: 企業
        actors:
          - 本人
          - 家族
        status: published
        published: 2026-04-01
        private:
          連絡先: SECRET
        ---

        ## 必要性・きっかけ

        必要 \\*a\\* <https://example.jp/>\\
        二行目

        続き

        ## 取組・工夫の概要

        - 一つ
        - **二つ**

        """

    private let form: CaseForm
    private let file = SourceFile(path: "content/cases/c001.md", text: text)

    init() throws {
        form = try #require(SmallCasebook().readForm().form)
    }

    private func rows(_ files: [SourceFile]) throws -> [[String]] {
        let text = SourceText(path: "a.csv", utf8: Array(CaseExport(files, form: form).csv.dropFirst(3).filter { $0 != 0x0D }))
        // In CSV, an apostrophe is before what a spreadsheet would take for a formula.
        return Table.readCSV(text).rows.map {
            $0.cells.map { $0.text.hasPrefix("'-") ? String($0.text.dropFirst()) : $0.text }
        }
    }

    private func update(_ rows: [[String]]) -> CaseImport {
        CaseImport.read(
            [SourceFile(path: "a.xlsx", bytes: SampleWorkbook.table(rows).bytes)], form: form, changing: ["c001": file])
    }

    /// The text of the file after a table was imported.
    private func changed(_ change: (inout [String: String]) -> Void) throws -> String {
        let table = try rows([file])
        var values = Dictionary(zip(table[0], table[1]), uniquingKeysWith: { first, _ in first })
        change(&values)
        let result = update([table[0], table[0].map { values[$0] ?? "" }])
        #expect(result.diagnostics.map(\.message.ja) == [])
        return String(decoding: result.updates.first?.after ?? file.bytes, as: UTF8.self)
    }

    @Test func theReasonForWithdrawing() throws {
        let reason = "古くなったため、\"今\"と違います。"
        let withdrawn = try changed {
            $0["状態"] = "取り下げ"
            $0["取り下げの理由"] = reason
        }
        let lines = withdrawn.split(separator: "\n")
        #expect(lines.contains("status: withdrawn") && lines.contains { $0.hasPrefix("withdrawn: ") })
        let table = try rows([SourceFile(path: file.path, text: withdrawn)])
        let values = Dictionary(zip(table[0], table[1]), uniquingKeysWith: { first, _ in first })
        #expect(values["状態"] == "取り下げ" && values["取り下げの理由"] == reason)
        #expect(try changed { $0["取り下げの理由"] = "" } == Self.text)
    }

    @Test func aCaseIsARow() throws {
        let table = try rows([file])
        let values = Dictionary(zip(table[0], table[1]), uniquingKeysWith: { first, _ in first })
        #expect(values["番号"] == "c001" && values["題名"] == "一つ目の事例" && values["関わる人"] == "本人、家族" && values["状態"] == "公開")
        #expect(values["必要性・きっかけ"] == "必要 *a* https://example.jp/\n二行目\n\n続き")
        #expect(values["取組・工夫の概要（Markdown）"] == "- 一つ\n- **二つ**")
        #expect(!table.joined().contains { $0.contains("SECRET") })
    }

    @Test func whatIsTheSameChangesNoByte() throws {
        #expect(try changed { _ in } == Self.text)
        // Another way to write the same.
        #expect(try changed { ($0["分野"], $0["公開日"], $0["関わる人"]) = ("1", "令和8年4月1日", "本人／家族") } == Self.text)
        let csv = CaseExport([file], form: form).csv
        let result = CaseImport.read([SourceFile(path: "a.csv", bytes: csv)], form: form, changing: ["c001": file])
        #expect(result.diagnostics == [] && result.updates.isEmpty && result.cases.isEmpty)
    }

    @Test func onlyWhatDiffersChanges() throws {
        #expect(
            try changed { $0["題名"] = "新しい題名" }
                == Self.text.replacing("title: \"一つ目の事例\"   # 題名", with: "title: \"新しい題名\"   # 題名"))
        #expect(try changed { $0["関わる人"] = "家族" } == Self.text.replacing("actors:\n  - 本人\n  - 家族", with: "actors:\n  - 家族"))
        #expect(try changed { $0["公開日"] = "" } == Self.text.replacing("published: 2026-04-01\n", with: ""))
        #expect(
            try changed { $0["更新日"] = "2026/5/1" }
                == Self.text.replacing("2026-04-01\n", with: "2026-04-01\nupdated: 2026-05-01\n"))
        #expect(
            try changed { $0["必要性・きっかけ"] = "# 新しい" }
                == Self.text.replacing("必要 \\*a\\* <https://example.jp/>\\\n二行目\n\n続き", with: "\\# 新しい"))
        #expect(
            try changed { $0["取組・工夫の概要（Markdown）"] = "- **三つ**" } == Self.text.replacing("- 一つ\n- **二つ**", with: "- **三つ**"))
        // An empty state keeps the one that there is.
        #expect(try changed { $0["状態"] = "" } == Self.text)
        #expect(try changed { $0["状態"] = "下書き" } == Self.text.replacing("status: published", with: "status: draft"))
    }

    @Test func tablesWithAFewColumnsAndNewCases() {
        let part = update([["番号", "題名"], ["c001", "別の題名"]])
        #expect(
            part.diagnostics == []
                && part.updates.map { $0.text(in: .ja) } == ["content/cases/c001.md  一つ目の事例\n  題名: 一つ目の事例 → 別の題名"])
        let both = update([
            ["番号", "題名", "分野", "取組主体", "必要性・きっかけ", "取組・工夫の概要"], ["", "新しい", "1", "企業", "必要", "工夫"],
        ])
        #expect(both.diagnostics == [] && both.updates.isEmpty && both.cases.map(\.title) == ["新しい"])
    }

    @Test func problems() {
        func ids(_ rows: [[String]]) -> [String] { update(rows).diagnostics.map(\.id) }
        let head = ["番号", "題名", "分野"]
        #expect(ids([head, ["c099", "題", "1"]]) == ["unknown-case"])
        #expect(ids([head, ["c001", "題", "1"], ["c001", "題二", "1"]]) == ["repeated-case"])
        #expect(ids([head, ["c001", "題", "9"]]) == ["unknown-term"])
        #expect(ids([head, ["c001", "", "1"]]) == ["empty-cell"])
        #expect(ids([head + ["非公開：連絡先"], ["c001", "題", "1", "x"]]) == ["private-in-update"])
        let without = CaseImport.read(
            [SourceFile(path: "a.xlsx", bytes: SampleWorkbook.table([head, ["c001", "題", "1"]]).bytes)], form: form)
        #expect(without.diagnostics.map(\.id) == ["ids-without-update"])
        // Files with CRLF keep it; files in another encoding must be converted first.
        let bytes = Array(Self.text.replacing("\n", with: "\r\n").utf8)
        func changed(_ bytes: [UInt8]) -> CaseImport {
            CaseImport.read(
                [SourceFile(path: "a.xlsx", bytes: SampleWorkbook.table([head, ["c001", "題", "1"]]).bytes)], form: form,
                changing: ["c001": SourceFile(path: file.path, bytes: bytes)])
        }
        let text = Self.text.replacing("\n", with: "\r\n").replacing("一つ目の事例", with: "題")
        #expect(changed(bytes).updates.map(\.after) == [Array(text.utf8)])
        let unusual = bytes + [0x8E, 0x96, 0x97, 0xE1]
        #expect(changed(unusual).diagnostics.map(\.id) == ["unusual-case"])
        #expect(CaseExport([SourceFile(path: file.path, bytes: unusual)], form: form).unusual == [file.path])
        let markdown = ["番号", "取組・工夫の概要（Markdown）"]
        #expect(ids([markdown, ["c001", "文\n\n## 見出し"]]) == ["refused-change"])
    }

    @Test(arguments: [
        "必要", "一行目\n二行目\n\n三行目", "*a* _b_ `c` [d](e) <f> &amp; {g} | h $ i ~ j \\", "# 見出し", "1. 一", "- 点",
        "https://example.jp/a_b、と",
        "", "あ\\", "行末\\\n次",
    ])
    func plainTextsComeBack(_ text: String) {
        let lines = PlainMarkdown.lines(text).map { Substring($0) }
        #expect(PlainMarkdown.text(of: lines) == (text.isEmpty ? "" : text) || text.isEmpty && lines.isEmpty)
    }

    @Test(arguments: ["- 一つ", "**強く**", "[a](b)", "一行目\n二行目  ", "## 見出し", "> 引用", "  字下げ"])
    func markupIsNoPlainText(_ markdown: String) {
        #expect(PlainMarkdown.text(of: markdown.split(separator: "\n", omittingEmptySubsequences: false)) == nil)
    }
}
