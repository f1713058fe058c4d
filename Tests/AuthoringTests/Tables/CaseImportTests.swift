@testable import CasebookModel
@testable import CasebookLoading
@testable import Authoring
import Diagnostics
import TestSupport
import Testing

@Suite struct CaseImportTests {
    private static let header = "題名,分野,取組主体,関わる人,必要性・きっかけ,取組・工夫の概要,効果,公開日,非公開：連絡先"

    @Test func aRowBecomesACase() throws {
        let result = try read(
            "題名,　分 野　,取組主体,関わる人,必要性・きっかけ,取組・工夫の概要,効果,公開日,更新日,状態,非公開：連絡先,非公開\r\n"
                + "\"長い\r\n題名: A\",２,職安,本人；家族,\"# 必要\r\n\r\n二つ目\""
                + ",工夫,,2026/4/1,2026年4月2日 0:00,公開,\"a@example.jp\r\n--- \"\"内線\"\"\",秘密\r\n")
        #expect(result.diagnostics.map(\.message.ja) == [])
        let text = try #require(result.cases.first?.text)
        #expect(
            text == """
                ---
                title: "長い題名: A"
                category: 個性・強み・興味の把握
                organization: ハローワーク
                actors: [本人, 家族]
                status: published
                published: 2026-04-01
                updated: 2026-04-02
                private:
                  連絡先: "a@example.jp\\n--- \\"内線\\""
                  非公開: 秘密
                ---

                ## 必要性・きっかけ

                \\# 必要

                二つ目

                ## 取組・工夫の概要

                工夫

                """)
        #expect(SmallCasebook().adding("cases/c003.md", text).problems() == [])
    }

    @Test func eachProblemIsReportedAtItsCell() throws {
        let result = try read(
            Self.header + "\n"
                + ",就労情報堤供,企業、ハローワーク,隣人、本人,必要,,,2026-02-30,秘密の値\n"
                + "一つ目の事例,1,企業,,\"必\u{B}要\",工夫,,,\n"
                + "新しい,1,企業,,必要,工夫,,,,余り\n"
                + "新しい,1,企業,,必要,工夫\u{E000},,,\n")
        #expect(result.cases.isEmpty && result.failedRowCount == 4)
        #expect(
            result.diagnostics.map { "\($0.id) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.message.ja)" }
                == [
                    "empty-cell 2:1 セルA2: 「題名」が空です。文を書いてください",
                    "unknown-term 2:2 「分野」（B2）: 分野「就労情報堤供」はありません",
                    "too-many-values 2:9 セルC2: 「取組主体」に書けるのは1つだけです。どれか1つにしてください",
                    "unknown-term 2:19 「関わる人」（D2）: 関わる人「隣人」はありません",
                    "empty-cell 2:28 セルF2: 「取組・工夫の概要」が空です。文を書いてください",
                    "bad-date 2:30 「公開日」（H2）: 「2026-02-30」は日付として読めません。そのような日はありません。「2026-04-01」のように書いてください",
                    "taken-title 3:1 「題名」（A3）: 題名「一つ目の事例」の事例は、もうあります（content/cases/c001.md）。取り込み済みなら取り込むものから外し、別の事例なら題名を変えてください",
                    "unsafe-character 3:14 セルE3: 「必要性・きっかけ」に使えない文字（垂直タブ U+000B）があります。取り除いてください",
                    "nameless-cell 4:20 セルJ4: 見出しのない列に値があります。見出しを付けるか値を消してください。文の中の「,」で列が分かれていないかも確かめてください",
                    "repeated-title 5:1 「題名」（A5）: 題名「新しい」の行が2つあります。同じ事例なら行を消し、別の事例なら題名を変えてください",
                    "private-use-character 5:14 「取組・工夫の概要」（F5）: ほかのコンピューターでは見えない文字（外字 U+E000）があります。別の文字で書いてください",
                ])
        #expect(result.diagnostics[1].suggestions == ["就労情報提供"])
        #expect(result.diagnostics.allSatisfy { $0.line == nil && !$0.message.ja.contains("秘密") })
    }

    @Test func headings() throws {
        let result = try read("題名,分やの,分野,category,連絡先\nあ,い,1,2,3\n")
        #expect(
            result.diagnostics.map(\.message.ja) == [
                "見出し「取組・工夫の概要」の列がありません。列を加えてください", "見出し「取組主体」の列がありません。列を加えてください",
                "見出し「必要性・きっかけ」の列がありません。列を加えてください",
                "見出し「分やの」の列は取り込めません。見出しを直すか、公開しない列なら「非公開：分やの」にしてください",
                "「分野」（C列）と「category」（D列）は、同じ見出しとみなします。どちらか1つにしてください",
                "見出し「連絡先」の列は取り込めません。見出しを直すか、公開しない列なら「非公開：連絡先」にしてください",
            ])
        #expect(result.cases.isEmpty)
        #expect(try read("題名\t分野\nあ\tい\n").diagnostics.map(\.id) == ["wrong-separator"])
        #expect(try read("").diagnostics.map(\.id) == ["empty-table"])
        #expect(try read("\n ,　\n").diagnostics.map(\.id) == ["empty-table"])
        #expect(try read(Self.header + "\n").diagnostics.map(\.id) == ["no-rows"])
    }

    @Test func soundRowsStandBesideOthers() throws {
        let result = try read(Self.header + "\n一,1,企業,,必要,工夫,,,\n二,9,企業,,必要,工夫,,,\n※例,,,,,,,,\n\n三,2,企業,,必要,工夫,,,\n")
        #expect(result.cases.map(\.title) == ["一", "三"] && result.cases.map(\.row) == [2, 6])
        #expect(result.failedRowCount == 1 && result.noteCount == 1)
        // Nothing is taken of a table whose cells cannot be told apart.
        #expect(try read(Self.header + "\n一,1,企業,,必要,工夫,,,\n二,\"2,企業,,必要,工夫,,,\n").cases.isEmpty)
    }

    /// A lost comma moves values into other columns. Nothing of such a row is quoted.
    @Test(arguments: [
        // A comma is lost before the category, or one is too many; the quotation marks are wrong; the row has no heading.
        "一2025年,SECRET就労,企業,,必要,工夫,,2026-02-99", "一,1,SECRET,,必要,工夫,,SECRET", "一,1,企業,,,SECRET,必要,工夫,,SECRET,SECRET",
        "一,\"SECRET,1,企業", "一,\"1\"SECRET,SECRET,,必要,工夫,,2026-02-99,", "一つ目の事例,SECRET,1",
    ])
    func aRowThatDoesNotFitTheHeadingsIsNotQuoted(_ row: String) throws {
        let result = try read(Self.header + "\n" + row + "\n")
        #expect(result.cases.isEmpty && !result.diagnostics.isEmpty)
        for format in DiagnosticFormat.allCases {
            #expect(!format.format(result.diagnostics, in: .ja).contains("SECRET"))
            #expect(!format.format(result.diagnostics, in: .ja).contains("一つ目"))
        }
    }

    @Test func rowsThatDoNotFitTheHeadings() throws {
        #expect(
            try read(Self.header + "\n一SECRET,1,企業,,必要,工夫,,\n").diagnostics.map(\.message.ja) == [
                "「非公開：連絡先」（I2）: 値が8個しかありません（見出しは9個）。「,」が抜けて別の列の値が混ざっていないか確かめ、空の欄の分も「,」を書いてください"
            ])
        // Without a private column, a row may leave out empty cells at its end.
        let header = String(Self.header.split(separator: "非")[0].dropLast())
        #expect(try read(header + "\n一,1,企業,,必要,工夫\n").cases.count == 1)
        #expect(try read(header + "\n一,9,企業,,必要,工夫\n").diagnostics.map(\.id) == ["short-row"])
        // A table without headings.
        let cases = try read("一,SECRET,企業\n二,SECRET,企業\n").diagnostics
        #expect(cases.allSatisfy { !$0.message.ja.contains("SECRET") } && cases.contains { $0.id == "unknown-column" })
        let values = try read("題名,分野,SECRET@example.jp,090-1234-5678\n").diagnostics
        #expect(values.allSatisfy { !$0.message.ja.contains("SECRET") && !$0.message.ja.contains("1234") })
    }

    /// The location has the line of the file; the row of the sheet is named where it is another one.
    @Test func oneNumberForEachPlace() throws {
        let result = try read(Self.header + "\n一,1,企業,,\"必\n要\",工夫,,,\n二,9,企業,,必要,工夫,,,\n二,1,企業,,必要,工夫,,,\n")
        #expect(
            result.diagnostics.map { "\($0.range?.start.line ?? 0) \($0.message.ja)" } == [
                "4 表の3行目の「分野」（B3）: 分野「9」はありません",
                "5 表の4行目の「題名」（A4）: 題名「二」の行が2つあります。同じ事例なら行を消し、別の事例なら題名を変えてください",
            ])
        #expect(result.diagnostics.last?.notes.map { $0.range?.start.line } == [4])
    }

    @Test(arguments: [
        "#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "＃Ｎ／Ａ", " #name? ", "####",
        "###########",
        "Err:502", "#名前?",
    ])
    func errorsOfSpreadsheets(_ error: String) throws {
        let result = try read(Self.header + "\n\(error),\(error),企業,,必要,\(error),,\(error),\n")
        #expect(result.diagnostics.map(\.id) == ["error-cell", "error-cell", "error-cell", "error-cell"])
        #expect(result.diagnostics.map { $0.range?.start.line } == [2, 2, 2, 2])
        #expect(result.cases.isEmpty && result.failedRowCount == 1)
    }

    @Test(arguments: ["#1の話", "#", "##", "# 見出し", "N/A", "#N/Aが出た話", "#NAMEの話", "Errorの話", "＃１", "Err:の話"])
    func textsLikeErrors(_ title: String) throws {
        #expect(try read(Self.header + "\n\(title),1,企業,,必要,工夫,,,\n").cases.count == 1)
    }

    @Test(arguments: [
        "収集様式（令和8年度）,,,,,,,,\n", "sep=,\n", "\"sep=,\"\n", "収集様式\n,,,,,,,,\n作成,2026/4/1\n", "sep=,\n収集様式\n", "SEP=,\n",
    ])
    func rowsAboveTheHeadings(_ above: String) throws {
        let result = try read(above + Self.header + "\n一,1,企業,,必要,工夫,,,\n")
        #expect(result.diagnostics.map(\.message.ja) == [])
        #expect(result.cases.map(\.title) == ["一"])
        #expect(try read(above + Self.header + "\n").diagnostics.map(\.id) == ["no-rows"])
    }

    @Test func rowsAboveTheHeadingsThatAreNoTitle() throws {
        // Perhaps a case; headings that are not complete; another separator.
        for above in ["一,1,企業,,必要,工夫,,,\n", "収集様式\n"] {
            let header = above.hasPrefix("一") ? Self.header : "題名,分野,取組主体"
            let result = try read(above + header + "\n一,1,企業,,必要,工夫,,,\n")
            #expect(result.diagnostics.map(\.message.ja) == ["見出しは2行目にあるようです。それより上の行を消してください"])
            #expect(result.diagnostics.first?.range?.start.line == 1)
        }
        #expect(try read("sep=;\n題名;分野\n").diagnostics.map(\.id) == ["wrong-separator"])
        #expect(try read("sep=,\n").diagnostics.map(\.id) == ["empty-table"])
        // No title: a heading that is unknown among known ones.
        #expect(try read("題名,様式\n").diagnostics.contains { $0.id == "unknown-column" })
    }

    @Test func headingsThatDifferByMarks() throws {
        let marked = "【題名】,分野：,取組主体（必須）,必要性･きっかけ,取組・工夫の概要*\n一,1,企業,必要,工夫\n"
        #expect(try read(marked).cases.map(\.title) == ["一"])
        let twice = try read("題名,題名：,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n一,二,1,企業,必要,工夫\n").diagnostics
        #expect(
            twice.map(\.message.ja) == ["「題名」（A列）と「題名：」（B列）は、同じ見出しとみなします。どちらか1つにしてください"])
        let unknown = try read("備考,備　考：,題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n,,一,1,企業,必要,工夫\n").diagnostics
        #expect(unknown.map(\.id) == ["unknown-column"])
    }

    /// Programs that write CSV put an apostrophe before what a spreadsheet would take for a formula.
    @Test func apostrophesBeforeFormulasAreNoText() throws {
        let result = try read(
            "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\n'=1+1,1,職安,'- 一つ目,\"'＠記号\n'-のまま\"\n'引用',1,職安,'必要,''-二つ\n")
        #expect(result.diagnostics.map(\.message.ja) == [])
        let texts = result.cases.map(\.text)
        #expect(result.cases.map(\.title) == ["=1+1", "'引用'"])
        #expect(texts[0].contains("\n\\- 一つ目\n") && texts[0].contains("\n＠記号\\\n'-のまま\n"))
        #expect(texts[1].contains("\n'必要\n") && texts[1].contains("\n'-二つ\n"))
    }

    @Test func aColumnOfTextsWithLists() throws {
        let result = try read("題名,分野,取組主体,必要性・きっかけ（箇条書き）,取組・工夫の概要\n一,1,職安,\"前\n- 点 *a*\",- 点\n")
        #expect(result.diagnostics.map(\.message.ja) == [])
        #expect(result.cases.first?.text.contains("\n前\n\n- 点 \\*a\\*\n") == true)
        #expect(result.cases.first?.text.contains("\n\\- 点\n") == true)
    }

    @Test func theTemplateFitsTheForm() throws {
        for language in Language.allCases {
            let form = try #require(SmallCasebook().in(language).readForm().form)
            let bytes = FormTemplate.write(form)
            #expect(String(decoding: bytes, as: UTF8.self).contains("非公開：連絡先") == (language == .ja))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            let result = CaseImport.read([SourceFile(path: "form.csv", bytes: bytes)], form: form)
            #expect(result.diagnostics.map(\.id) == ["no-rows"] && result.noteCount == 1)
        }
    }

    @Test func everyProblemHasAnIdOfItsOwnAndWordsInBothLanguages() {
        let examples = ImportProblem.examples
        let ids = examples.map(\.id)
        #expect(Set(ids).count == ids.count && Set(ids).isDisjoint(with: Rules.all.map { $0.id }))
        for problem in examples {
            let (ja, en) = (problem.message.ja, problem.message.en)
            #expect(!ja.isEmpty && !ja.hasSuffix("。") && ja.unicodeScalars.contains { $0.isWide })
            #expect(!en.isEmpty && !en.hasSuffix(".") && en.first?.isUppercase == true)
        }
    }

    @Test func columnsAsSpreadsheetsNameThem() {
        #expect([0, 25, 26, 701, 702].map(SourcePosition.letters(ofColumn:)) == ["A", "Z", "AA", "ZZ", "AAA"])
    }

    private func read(_ csv: String) throws -> CaseImport {
        let form = try #require(SmallCasebook().readForm().form)
        return CaseImport.read([SourceFile(path: "form.csv", text: csv)], form: form)
    }
}
