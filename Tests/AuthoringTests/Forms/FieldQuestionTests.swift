@testable import Authoring
import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct FieldQuestionTests {
    private let casebook = SmallCasebook().withFields
        .replacing("type: number", with: "type: number, required: true", in: "casebook.yml")
        .withLines("members: 1").replacing("title: 二つ目の事例", with: "title: 二つ目の事例\nmembers: 1", in: "cases/c002.md")

    private func field(_ key: String) throws -> FieldQuestion {
        let form = try #require(casebook.readForm().form)
        return try #require(form.fields.first { $0.key == key })
    }

    @Test(arguments: [
        ("members", "１,２００人", "1200"), ("members", "-3", "-3"), ("wheelchair", "あり", "はい"), ("wheelchair", "No", "いいえ"),
        ("held", "R8.4.1", "2026-04-01"), ("website", "https://example.org/", "\"https://example.org/\""),
        ("place", "北区: 1", "\"北区: 1\""),
        ("form", "files/form.pdf", "form.pdf"),
    ])
    func answers(key: String, typed: String, written: String) throws {
        #expect(try field(key).answer(typed) == .value(written))
    }

    @Test(arguments: [("members", "十数人"), ("wheelchair", "一部"), ("held", "春"), ("website", "example")])
    func wrongAnswers(key: String, typed: String) throws {
        guard case .wrong = try field(key).answer(typed) else {
            Issue.record("\(key): \(typed)")
            return
        }
    }

    @Test func scaffolds() throws {
        let terms = [["就労情報提供"], ["企業"], []]
        for language in Language.allCases {
            let form = try #require(casebook.in(language).readForm().form)
            let empty = CaseScaffold(form: form, title: "題名", terms: terms)
            #expect(empty.missing == ["members"] && empty.diagnostics == [])
            let scaffold = CaseScaffold(form: form, title: "題名", terms: terms, values: ["members": "12"])
            #expect(scaffold.missing == [] && scaffold.diagnostics == [])
            let problems = casebook.adding("cases/c003.md", scaffold.text).problems().map(\.id)
            #expect(problems.filter { $0 != "unwritten-section" && $0 != "unused-image" } == [])
        }
        let form = try #require(casebook.readForm().form)
        let text = CaseScaffold(form: form, title: "題名", terms: terms, values: ["members": "12"]).text
        #expect(text.contains("# 場所（任意）: 市町村まで書きます\n# place: \n"))
        #expect(text.contains("# 参加者数（必要）: 数字だけを書きます（単位は人）\nmembers: 12\n"))
    }

    @Test func rowsBecomeCases() throws {
        let form = try #require(casebook.readForm().form)
        let head = "題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要,参加者数,車いす（任意）,held,様式,団体のサイト,場所"
        func read(_ row: String) -> CaseImport {
            CaseImport.read([SourceFile(path: "a.csv", bytes: Array("\(head)\n\(row)\n".utf8))], form: form)
        }
        let result = read("新しい,1,企業,必要,工夫,\"1,200人\",○,2026/4/1,form.pdf,https://example.org/,\"北区\n本町\"")
        #expect(result.diagnostics.map(\.message.ja) == [])
        let text = try #require(result.cases.first?.text)
        #expect(
            text.contains(
                "place: 北区本町\nwebsite: \"https://example.org/\"\nheld: 2026-04-01\nmembers: 1200\nwheelchair: はい\nform: form.pdf\n"
            ), "\(text)")
        #expect(casebook.adding("cases/c003.md", text).problems() == [])
        let wrong = read("新しい,1,企業,必要,工夫,十数人,一部,春,,example,").diagnostics.map { "\($0.id) \($0.message.ja)" }
        #expect(wrong.map { $0.split(separator: " ")[0] } == ["bad-amount", "bad-yes-no", "bad-date", "bad-address"])
        #expect(wrong.first?.contains("F2") == true && wrong.first?.contains("十数人") == true, "\(wrong)")
        #expect(read("新しい,1,企業,必要,工夫,,,,,,").diagnostics.map(\.id) == ["empty-cell"])
        let missing = CaseImport.read(
            [SourceFile(path: "a.csv", bytes: Array("題名,分野,取組主体,必要性・きっかけ,取組・工夫の概要\nあ,1,企業,い,う\n".utf8))], form: form)
        #expect(missing.diagnostics.map(\.id) == ["missing-column"])
    }

    @Test func formsHaveColumns() throws {
        let form = try #require(casebook.readForm().form)
        let text = String(decoding: FormTemplate.write(form), as: UTF8.self)
        #expect(text.contains("効果,場所,団体のサイト,開催日,参加者数,車いす,様式,台帳,状態"))
        #expect(text.contains("任意：市町村まで書きます") && text.contains("必要：数字だけを書きます（単位は人）"))
    }

    @Test func issueFormsAsk() throws {
        let elements = IssueElement.all(try #require(casebook.readForm().form))
        let members = try #require(elements.first { $0.id == "members" })
        #expect(members.label == "参加者数" && members.isRequired)
        let wheelchair = try #require(elements.first { $0.id == "wheelchair" })
        guard case .menu(["はい", "いいえ"], isMultiple: false) = wheelchair.kind else {
            Issue.record("\(wheelchair.kind)")
            return
        }
    }

    @Test func editorsKnowThem() throws {
        let read = casebook.read().casebook
        let schema = FrontMatterSchema(try #require(read)).json
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(schema)) as? [String: Any])
        let properties = try #require(parsed["properties"] as? [String: [String: Any]])
        #expect(properties["members"]?["type"] as? String == "number")
        #expect(properties["members"]?["description"] as? String == "参加者数。必要です。数字だけを書きます（単位は人）。")
        #expect(properties["form"]?["examples"] as? [String] == ["form.pdf"])
        #expect(parsed["required"] as? [String] == ["title", "category", "organization", "members"])
    }
}
