@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import TestSupport
import Testing

/// Cases from sheets are those of the same table in CSV.
@Suite struct SheetImportTests {
    private static let header = ["題名", "分野", "取組主体", "関わる人", "必要性・きっかけ", "取組・工夫の概要", "公開日", "非公開：連絡先"]

    private func read(_ book: SampleWorkbook, _ name: String = "form.xlsx") throws -> CaseImport {
        let form = try #require(SmallCasebook().readForm().form)
        return CaseImport.read([SourceFile(path: name, bytes: book.bytes)], form: form)
    }

    private func problems(_ result: CaseImport) -> [String] {
        result.diagnostics.map { $0.message.ja }
    }

    /// What is printed, by lines.
    private func printed(_ result: CaseImport) -> [String] {
        result.diagnostics.map { DiagnosticFormat.text.format([$0], in: .ja) }
    }

    private func row(_ title: String) -> [String] {
        [title, "1", "企業", "本人、家族", "必要", "一行目\n\n二つ目 *#|", "2026/4/1", "a@example.jp"]
    }

    @Test func aSheetGivesTheCasesOfItsTwin() throws {
        let rows = [Self.header, row("一"), row("二")]
        let csv = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n")
        let form = try #require(SmallCasebook().readForm().form)
        let twin = CaseImport.read([SourceFile(path: "form.csv", text: csv)], form: form)
        let result = try read(.table(rows))
        #expect(problems(result) == [] && result.cases.count == 2)
        #expect(result.cases.map(\.text) == twin.cases.map(\.text))
        // Under the title of a form, with an empty row; the numbers are those of the sheet.
        let titled = try read(.table([["収集様式", "令和8年度", "提出日", "2026"], [], Self.header, [], row("一")]))
        #expect(problems(titled) == [] && titled.titleRowCount == 1 && titled.cases.map(\.row) == [5])
    }

    @Test func problemsAreNamedBySheetAndCell() throws {
        let result = try read(
            .table([
                ["様式"], Self.header, ["", "就労情報堤供", "企業", "", "必要", "工夫", "46113"], row("二") + ["余り"],
                ["三", "1", "企業", "", "必要", "#N/A"],
            ]))
        #expect(
            printed(result) == [
                "form.xlsx「様式」A3: エラー: 「題名」が空です。文を書いてください [empty-cell]\n",
                "form.xlsx「様式」B3: エラー: 「分野」: 分野「就労情報堤供」はありません [unknown-term]\n  もしかして: 就労情報提供\n",
                "form.xlsx「様式」G3: エラー: 「公開日」: 「46113」は表計算ソフトの日付の番号で、2026年4月1日のようです。確かめて「2026-04-01」の形で書いてください [bad-date]\n  もしかして: 2026-04-01\n",
                "form.xlsx「様式」I4: エラー: 見出しのない列に値があります。見出しを付けるか値を消してください。文の中の「,」で列が分かれていないかも確かめてください [nameless-cell]\n",
                "form.xlsx「様式」F5: エラー: 「取組・工夫の概要」: 表計算ソフトのエラー「#N/A」です。書いた内容は残っていません。元の表でこの欄を書き直し、保存し直してください [error-cell]\n",
            ])
        #expect(result.failedRowCount == 3 && result.cases.isEmpty)
    }

    @Test func aSheetWithOneCase() throws {
        let book = SampleWorkbook(sheets: [
            .init(
                data: SampleWorkbook.data([
                    ["事例の応募様式", "", ""], ["項目", "書くところ", "書き方"], ["【基本】", "", "太枠の中に書いてください"], ["題名（必須）", "一", "題名"],
                    ["分野", "1", ""], ["取組主体", "企業"], ["関わる人 1", "本人"], ["関わる人 2", "家族、本人"], ["関わる人 3", ""], ["※説明", "ここは読まない"],
                    ["必要性・きっかけ", "", "必要"], ["", "", "続き"], ["取組・工夫の概要", "工夫"], ["非公開：連絡先", "a@example.jp"], ["以上"],
                ]), after: "<mergeCells><mergeCell ref=\"A11:B12\"/></mergeCells>")
        ])
        let result = try read(book)
        #expect(problems(result) == [])
        #expect(
            result.cases.map(\.text) == [
                """
                ---
                title: 一
                category: 就労情報提供
                organization: 企業
                actors: [本人, 家族]
                status: draft
                private:
                  連絡先: a@example.jp
                ---

                ## 必要性・きっかけ

                必要\\
                続き

                ## 取組・工夫の概要

                工夫

                """
            ])
    }

    @Test func problemsOfASheetWithOneCase() throws {
        let result = try read(
            .table([
                ["題名", "一"], ["題名：", "二"], ["分野", "9"], ["備考", "秘密"], ["", "浮いた値"], ["必要性・きっかけ", ""], ["取組主体", "企業"],
            ]))
        #expect(
            result.diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.id)" } == [
                "1:1 missing-column", "2:1 duplicate-column", "4:1 unknown-column", "5:2 nameless-cell",
            ])
        #expect(
            result.diagnostics[1].message.ja == "「題名」（A1）と「題名：」（A2）は、同じ見出しとみなします。どちらか1つにしてください")
        let empty = try read(.table([["題名", "一"], ["分野", "9"], ["取組主体", ""], ["必要性・きっかけ", ""], ["取組・工夫の概要", "工夫"]]))
        #expect(
            printed(empty).map { $0.split(separator: "\n")[0] } == [
                "form.xlsx「様式」B2: エラー: 「分野」: 分野「9」はありません [unknown-term]",
                "form.xlsx「様式」B3: エラー: 「取組主体」が空です。文を書いてください [empty-cell]",
                "form.xlsx「様式」B4: エラー: 「必要性・きっかけ」が空です。文を書いてください [empty-cell]",
            ])
    }

    @Test func sheetsAreFoundByTheirHeadings() throws {
        let other = SampleWorkbook.data([["担当", "電話"], ["山田", "1"]])
        let table = SampleWorkbook.data([Self.header, row("一")])
        var book = SampleWorkbook(sheets: [
            .init(name: "説明", data: other), .init(name: "一覧", data: table), .init(name: "空", data: ""),
            .init(name: "選択肢", state: " state=\"hidden\"", data: table),
            .init(name: "未記入", data: SampleWorkbook.data([Self.header])),
        ])
        let result = try read(book)
        #expect(result.cases.map(\.title) == ["一"] && problems(result) == [])
        #expect(result.messages.map(\.ja) == ["form.xlsx「説明」は、題名などの見出しがないので読んでいません。"])
        book.macros = true
        book.sheets[1].data = table.replacing("<row r=\"2\"", with: "<row hidden=\"1\" r=\"2\"")
        let hidden = try read(book)
        #expect(hidden.cases.count == 1)
        #expect(
            hidden.messages.map(\.ja).prefix(2) == [
                "「form.xlsx」のマクロは動かさず、セルに書かれた内容だけを読みました。", "form.xlsx「一覧」の、表示されていない1行も読みました。",
            ])
        #expect(try read(.init(sheets: [.init(data: other)])).diagnostics.map(\.id) == ["no-case-sheet"])
        #expect(try read(.init(sheets: [.init(data: "")])).diagnostics.map(\.id) == ["no-case-sheet"])
        #expect(try read(.table([Self.header])).diagnostics.map(\.id) == ["no-rows"])
        // One known heading: what is wrong is said about it.
        #expect(try read(.table([["題名", "不明"], ["一", "二"]])).diagnostics.contains { $0.id == "missing-column" })
    }

    @Test func datesAndFormulas() throws {
        let header = SampleWorkbook.data([["題名", "分野", "取組主体", "必要性・きっかけ", "取組・工夫の概要", "公開日", "更新日"]])
        let cells = SampleWorkbook.data([[], ["一", "1", "企業", "必要", "工夫"]]).replacing("<row r=\"1\"></row>", with: "")
            .replacing("</row>", with: "<c r=\"F2\" s=\"1\"><v>46113</v></c><c r=\"G2\"><v>46113</v></c></row>")
        var book = SampleWorkbook(sheets: [.init(data: header + cells)])
        book.builtIn = [57]
        // A number without the format of a date is not taken for one.
        #expect(try read(book).diagnostics.map { $0.id } == ["bad-date"])
        book.sheets[0].data = header + cells.replacing("<c r=\"G2\"><v>46113</v></c>", with: "")
        #expect(try read(book).cases.first?.text.contains("published: 2026-04-01\n") == true)
        book.sheets[0].data = header + cells.replacing("<c r=\"G2\"><v>46113</v></c>", with: "<c r=\"G2\"><f>TODAY()</f></c>")
        #expect(try problems(read(book)) == ["「更新日」: 数式の結果がファイルに入っていません。Excelで開いて保存し直してください"])
    }

    @Test func filesOfOtherKinds() throws {
        let form = try #require(SmallCasebook().readForm().form)
        func ids(_ bytes: [UInt8], _ name: String = "form.xlsx") -> [String] {
            CaseImport.read([SourceFile(path: name, bytes: bytes)], form: form).diagnostics.map(\.id)
        }
        let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        #expect(ids(container, "form.xls") == ["spreadsheet-file"])
        #expect(ids(container + "EncryptedPackage".utf8.flatMap { [$0, 0] }) == ["locked-workbook"])
        #expect(ids(Array(SampleWorkbook.table([["題名"]]).bytes.dropLast(30))) == ["damaged-workbook"])
        #expect(ids(SampleWorkbook.archive([("word/document.xml", "<a/>")])) == ["damaged-workbook"])
        let bomb = SampleWorkbook(sheets: [.init(data: String(repeating: "<row/>", count: 1_500_000))]).bytes
        #expect(ids(bomb) == ["large-workbook"])
    }

    @Test func severalFilesAtOnce() throws {
        let form = try #require(SmallCasebook().readForm().form)
        let book = SourceFile(path: "a.xlsx", bytes: SampleWorkbook.table([Self.header, row("一")]).bytes)
        let text = SourceFile(path: "b.csv", text: "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n二,1,企業,必要,工夫\n")
        #expect(CaseImport.read([book, text], form: form).cases.map(\.title) == ["一", "二"])
        let again = CaseImport.read([book, SourceFile(path: "c.xlsx", bytes: book.bytes)], form: form)
        #expect(again.diagnostics.map(\.id) == ["repeated-title"])
        #expect(printed(again)[0].hasSuffix("  a.xlsx「様式」A2: 1つ目はここにあります\n"))
    }
}

/// Columns that services for forms add are declared in `casebook.yml`.
@Suite struct DeclaredColumnTests {
    private let header = "タイムスタンプ,題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要,メールアドレス"
    private let row = "2026/4/1 9:00:00,一,1,企業,必要,工夫,a@example.jp"

    @Test func declaredColumns() throws {
        let book = SmallCasebook()
        let plain = try #require(book.readForm().form)
        let table = SourceFile(path: "a.csv", text: "\(header)\n\(row)\n")
        #expect(CaseImport.read([table], form: plain).diagnostics.map(\.id) == ["unknown-column", "unknown-column"])
        let settings = try #require(SmallCasebook.texts["casebook.yml"])
        let declared = book.adding(
            "casebook.yml", settings + "import:\n  unpublished: [メールアドレス]\n  ignored: [タイムスタンプ]\n")
        let form = try #require(declared.readForm().form)
        let result = CaseImport.read([table], form: form)
        #expect(result.diagnostics.map(\.message.ja) == [])
        #expect(result.cases.first?.text.contains("private:\n  メールアドレス: a@example.jp\n") == true)
        #expect(result.cases.first?.text.contains("2026") == false)
    }

    @Test(
        arguments: [
            ("非公開：連絡先", "連絡先"), ("private: contact", "contact"), ("Private：contact", "contact"), ("PRIVATE (phone)", nil),
            ("private", "private"),
            ("privately", nil), ("private garden", nil), ("プライベート", nil),
        ] as [(String, String?)])
    func columnsThatAreNotPublished(heading: String, key: String?) throws {
        let names = ImportColumn.Names(try #require(SmallCasebook().readForm().form))
        #expect(names.meaning(of: heading) == key.map { .hidden($0) })
    }

    @Test func englishCasebooksHaveEnglishHeadings() throws {
        let english = SmallCasebook().replacing("language: ja", with: "language: en", in: "casebook.yml")
        let form = try #require(english.readForm().form)
        let names = ImportColumn.kinds(form).map { $0.names[0] }
        #expect(names.first == "title" && names.contains("status") && names.contains("分野") && !names.contains("題名"))
        let book = try WorkbookReader.read(FormWorkbook(form).bytes)
        let texts = book.sheets.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } }
        #expect(texts.contains("title (required)") && texts.contains("withdrawn") && !texts.contains("取り下げ"))
    }
}
