@testable import Authoring
@testable import CasebookLoading
import CasebookModel
import Diagnostics
import Testing

@Suite struct TableGuessTests {
    /// Reads a table and returns the role of each column.
    private func roles(_ table: String) throws -> [String: TableGuess.Role] {
        let (rows, problems) = Table.readCSV(SourceText(path: "a.csv", utf8: Array(table.utf8)))
        #expect(problems.isEmpty)
        let guess = try TableGuess.read(rows).get()
        return Dictionary(uniqueKeysWithValues: guess.columns.map { ($0.heading, $0.role) })
    }

    /// Returns the role of a second column with these values.
    private func role(_ values: [String], heading: String = "x") throws -> TableGuess.Role? {
        let rows = values.enumerated().map { "\"case \($0)\",\"\($1)\"" }
        return try roles(([",\(heading)".replacing(/^/, with: "題名")] + rows).joined(separator: "\n"))[heading]
    }

    private func terms(_ terms: String..., several isMultiple: Bool = false) -> TableGuess.Role {
        .taxonomy(terms: terms, isMultiple: isMultiple)
    }

    @Test func valuesThatComeBackAreTerms() throws {
        #expect(try role(["赤", "青", "赤", "青"]) == terms("赤", "青"))
        #expect(try role(["2021", "2022", "2021", "", "2022"]) == terms("2021", "2022"))
        // The same name in another width is the same term.
        #expect(try role(["A型", "Ａ型", "B型", "B型"]) == terms("A型", "B型"))
    }

    @Test func valuesThatDoNotComeBackAreNoTerms() throws {
        #expect(try role(["赤", "青", "黄", "緑"]) == declared(.text))
        #expect(try role(["赤", "青", "黄", "赤"]) == declared(.text))
        #expect(try role(["赤"]) == declared(.text))
    }

    @Test func otherValuesAreFields() throws {
        #expect(try role(["https://example.org/a", "https://example.org/a"]) == declared(.url))
        #expect(try role(["2026/4/1", "R8.4.1", ""]) == declared(.date))
        #expect(try role(["はい", "いいえ", "はい", "はい"]) == declared(.yesNo))
        #expect(try role(["12人", "1,200人", "3人"]) == declared(.number, unit: "人"))
        #expect(try role(["12", "0.5", "-3"]) == declared(.number))
        // Near misses are texts.
        #expect(try role(["12人", "3名", "7人"]) == declared(.text))
        #expect(try role(["12", "多数", "3"]) == declared(.text))
        #expect(try role(["2021", "2022", "2023"]) == declared(.text))
        #expect(try role(["2021年", "2022年"]) == declared(.text))
        #expect(try role(["007", "008"]) == declared(.text))
        #expect(try role(["example.org", "https://example.org/"]) == declared(.text))
        #expect(try role(["はい", "いいえ", "不明"]) == declared(.text))
    }

    @Test func peopleWhoComeBackAreNoTerms() throws {
        #expect(try role(["Mary Smith", "John Roe", "Mary Smith", "John Roe"], heading: "Author") == .hidden)
        #expect(try role(["田中", "鈴木", "田中", "鈴木"], heading: "担当者") == .hidden)
        // Near misses: places that come back.
        #expect(try role(["North Park", "City Hall", "North Park", "City Hall"]) == terms("North Park", "City Hall"))
    }

    @Test func namesOfPeopleAreHidden() throws {
        #expect(try role(["山田太郎", "佐藤 花子", "鈴木"]) == .hidden)
        #expect(try role(["Mary Smith", "John O'Neill", "Ann-Marie Roe"]) == .hidden)
        // Near misses are texts.
        #expect(try role(["山田太郎", "佐藤 花子", "多数"]) == declared(.text))
        #expect(try role(["Mobile library", "School library", "Town hall"]) == declared(.text))
    }

    @Test func headingsOfPeopleAndNotesAreHidden() throws {
        for heading in [
            "記入者", "ご担当者名", "連絡先", "備考", "番号", "No.", "Name", "contact person", "E-mail", "Internal remarks", "Author",
            "Interviewee",
            "面接者",
        ] {
            #expect(try role(["甲", "乙", "丙"], heading: heading) == .hidden, "\(heading)")
        }
        for heading in ["hotel", "場所", "Nomination", "評価"] {
            #expect(try role(["甲", "乙", "丙"], heading: heading) == declared(.text), "\(heading)")
        }
        #expect(try role(["甲", "乙", "甲", "乙"], heading: "担当") == .hidden)
    }

    private func declared(_ kind: FieldDefinition.Kind, unit: String? = nil) -> TableGuess.Role { .declared(kind, unit: unit) }

    @Test func listsAreSeveralTerms() throws {
        #expect(try role(["本人、家族", "家族", "本人", "本人、家族"]) == terms("本人", "家族", several: true))
        #expect(try role(["a, b", "b", "c, a", "a, b", "b", "c, a"]) == terms("a", "b", "c", several: true))
        #expect(try role(["本人\n家族", "家族\n本人", "本人", "家族"]) == terms("本人", "家族", several: true))
        // A separator in a name, which is always the same, is a part of the name.
        #expect(try role(["栽培、土", "道具", "栽培、土", "道具"]) == terms("栽培、土", "道具"))
    }

    @Test func longTextsAreSections() throws {
        let long = String(repeating: "長い文です。", count: 12)
        #expect(try role([long, long + "a", "短い"]) == .section)
        #expect(try role(["一行目\n二行目", "短い"]) == .section)
        #expect(try role(["短い文です。", "これも短いです。"]) == declared(.text))
    }

    @Test func personalDataAreHidden() throws {
        #expect(try role(["a@example.org", "a@example.org"]) == .hidden)
        #expect(try role(["03-1234-5678", "03-1234-5678"]) == .hidden)
        #expect(try role(["赤", "赤", "青", "青"], heading: "非公開：色") == .hidden)
        // A span of years is no telephone number.
        #expect(try role(["2021-2022", "2021-2022"]) == terms("2021-2022"))
    }

    @Test func keysAreFoundByNameAndValue() throws {
        #expect(try role(["2026/4/1", "R8.4.2"], heading: "公開日") == .field("published"))
        #expect(try role(["未定", "2026/4/1"], heading: "公開日") == declared(.text))
        #expect(try role(["公開", "下書き"], heading: "状態") == .field("status"))
        #expect(try role(["完了", "完了"], heading: "状態") == terms("完了"))
        #expect(try role(["短い要約", "別の要約"], heading: "要約") == .field("summary"))
        #expect(try role(["古くなった", ""], heading: "取り下げの理由") == .field("withdrawn"))
    }

    @Test func titles() throws {
        #expect(try roles("番号,色,件名\n1,赤,あ\n2,赤,い\n")["件名"] == .field("title"))
        // Without a known name, the first column of different words.
        #expect(try roles("番号,色,名称の列\n1,赤,あ\n2,赤,い\n")["名称の列"] == .field("title"))
    }

    @Test func rowsAboveTheHeadingsAndNotesAreNoCases() throws {
        let roles = try roles("事例の一覧\n\n題名,色\n※説明,※\nあ,赤\nい,赤\n")
        #expect(roles == ["題名": .field("title"), "色": terms("赤")])
    }

    @Test func tablesWithoutCasesOrTitles() {
        for (table, id) in [("", "no-rows"), ("題名,色\n", "no-rows"), ("a,b\nx,x\nx,x\n", "missing-column")] {
            let (starter, problems) = Starter.read(SourceFile(path: "a.csv", bytes: Array(table.utf8)), title: "a", in: .ja)
            #expect(starter == nil && problems.map(\.id) == [id], "\(table)")
        }
    }
}

@Suite struct StarterTests {
    private func read(_ table: String, _ language: Language = .ja) throws -> [String: String] {
        let (starter, problems) = Starter.read(SourceFile(path: "a.csv", bytes: Array(table.utf8)), title: "表", in: language)
        #expect(problems.map(\.message.ja) == [])
        return Dictionary(uniqueKeysWithValues: try #require(starter).files.map { ($0.path, $0.text) })
    }

    /// Returns the ids of what is reported about files.
    private func problems(_ files: [String: String]) -> [String] {
        let files = files.merging(["pages/about.md": "---\ntitle: x\n---\n"]) { $1 }.map {
            SourceFile(path: "content/\($0.key)", bytes: Array($0.value.utf8))
        }
        return CasebookReader.read(files: files, images: [], includingDrafts: true).diagnostics.map {
            "\($0.path) \($0.id) \($0.message.en)"
        }
    }

    private static let long = String(repeating: "長い文です。", count: 12)

    @Test func aTableBecomesACasebook() throws {
        let files = try read(
            "題名,分野,年度,きっかけ,備考\nあ,栽培,2021,\(Self.long),\"メモ, \"\"1\"\"\"\nい,栽培,2021,\(Self.long),\n")
        #expect(
            files.keys.sorted() == [
                "casebook.yml", "cases/c001.md", "cases/c002.md", "fields/term1.md", "years/2021.md",
            ])
        #expect(files["fields/term1.md"] == "---\nlabel: 栽培\n---\n")
        #expect(
            files["cases/c001.md"] == """
                ---
                title: あ
                fields: 栽培
                years: "2021"
                status: draft
                private:
                  備考: 'メモ, "1"'
                ---

                ## きっかけ

                \(Self.long)

                """)
        #expect(files["casebook.yml"]?.contains("  - id: background\n    heading: きっかけ\n    required: true") == true)
        #expect(problems(files) == [])
    }

    @Test func columnsOfOtherValuesBecomeFields() throws {
        let files = try read("題名,分野,開催日,参加者,公開日,サイト\nあ,栽培,2026/4/1,12人,未定,https://example.org/\nい,栽培,,\"1,200人\",春,\n")
        #expect(
            files["casebook.yml"]?.contains(
                """
                fields:
                  - key: field1
                    label: 開催日
                    type: date
                  - key: field2
                    label: 参加者
                    type: number
                    unit: 人
                  - key: field3
                    label: 公開日（表）
                    type: text
                  - key: field4
                    label: サイト
                    type: url

                """) == true, "\(files["casebook.yml"] ?? "")")
        #expect(
            files["cases/c001.md"]?.contains(
                "field1: 2026-04-01\nfield2: 12\nfield3: 未定\nfield4: \"https://example.org/\"\n") == true)
        #expect(files["cases/c002.md"]?.contains("field2: 1200\nfield3: 春\n") == true)
        #expect(problems(files) == [])
    }

    @Test func taxonomiesThatATableDoesNotHaveAreAdded() throws {
        let files = try read("name,note\nA,1\nB,2\n", .en)
        #expect(files["kinds/not-stated.md"] == "---\nlabel: Not stated\n---\n")
        #expect(files["cases/c002.md"]?.contains("title: B\nkinds: Not stated\nsorts: Not stated\n") == true)
        #expect(problems(files) == [])
    }

    @Test func gapsOfTheMainTaxonomiesAreFilled() throws {
        let files = try read("題名,色,形\nあ,赤,丸\nい,赤,丸\nう,,丸\nえ,青,丸\nお,青,丸\n")
        #expect(files["cases/c003.md"]?.contains(": 未分類\n") == true)
        #expect(files["cases/c001.md"]?.contains("未分類") == false)
        #expect(problems(files) == [])
    }

    /// Headings that are names of keys, columns without a heading, equal headings, marks of YAML and Markdown in cells.
    @Test func oddTables() throws {
        let files = try read(
            "題名,関連,関連,,cases,Page 2\n\"a: #1\",x,y,甲,- [ ],\"p, q\"\n\"b: *2*\",x,y,甲,- [ ],\"p, q\"\n")
        #expect(problems(files) == [])
        #expect(files["cases/c001.md"]?.contains("title: \"a: #1\"") == true)
    }

    /// They name the columns and cells of the table, also after columns and rows that are not read.
    @Test func problemsAreReportedAtTheirCells() {
        for (table, place) in [
            ("件名,,色\n\nあ,,赤\nい,,#REF!\n", "「色」（C4）"), ("件名,色\nあ,赤\nあ,赤\n", "「件名」（A3）"),
            ("件名,色\n,赤\nあ,赤\n", "A2: 「件名」"),
        ] {
            let (starter, problems) = Starter.read(SourceFile(path: "a.csv", bytes: Array(table.utf8)), title: "表", in: .ja)
            #expect(starter == nil && problems.count == 1)
            #expect(problems.first?.message.ja.contains(place) == true, "\(problems.map(\.message.ja))")
        }
    }

    @Test(arguments: Language.allCases)
    func settingsExplainEveryKey(language: Language) {
        let text = SettingsText.ofSamples(in: language).text
        for field in CasebookReader.settingsFields {
            #expect(field.help != nil, "\(field.key)")
            #expect(text.contains("\n\(field.key):") || text.contains("\n# \(field.key): "), "\(field.key)")
        }
        if language == .en { #expect(!text.unicodeScalars.contains { $0.value > 0x2FFF }) }
    }

    /// The examples in comments are valid YAML of the right form.
    @Test func commentedKeysCanBeUsed() throws {
        let text = SettingsText.ofSamples(in: .ja).text.replacing(/(?m)^# ([a-z_]+: [\[{h])/) { String($0.output.1) }
        #expect(text.contains("\nlicense: ") && text.contains("\nsearch: ") && text.contains("\nbase_url: https"))
        let found = CasebookReader.read(
            files: [SourceFile(path: "content/casebook.yml", bytes: Array(text.utf8))], images: [], includingDrafts: false)
        #expect(
            Set(found.diagnostics.filter { $0.path.hasSuffix("casebook.yml") }.map(\.id)).isSubset(of: [
                "unknown-page", "missing-term-file", "placeholder-contact",
            ]))
    }

    @Test(arguments: Language.allCases)
    func tablesOfKeysHaveEveryKey(language: Language) {
        let settings = KeyTable.ofSettings(in: language)
        for key in ["title", "advice", "long-sentence", "synonyms", "folder", "groups", "hint"] {
            #expect(settings.contains("`\(key)`"), "\(key)")
        }
        for field in Field.ofCases { #expect(KeyTable.ofCases(in: language).contains("| `\(field.key)` |"), "\(field.key)") }
        if language == .en { #expect(!settings.unicodeScalars.contains { $0.value > 0x2FFF }) }
    }
}
