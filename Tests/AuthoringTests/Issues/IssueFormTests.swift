@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import TestSupport
import Testing
import Yams

/// The form keeps GitHub's rules: “Common validation errors when creating issue forms” (docs.github.com).
@Suite struct IssueFormTests {
    private func form(_ casebook: SmallCasebook = SmallCasebook()) throws -> CaseForm { try #require(casebook.readForm().form) }

    /// The questions in the YAML of a form.
    private func body(_ text: String) throws -> [[String: Any]] {
        let root = try #require(try Yams.load(yaml: text) as? [String: Any])
        #expect(Set(root.keys) == ["name", "description", "title", "labels", "body"])
        return try #require(root["body"] as? [[String: Any]])
    }

    private func attributes(_ element: [String: Any]) -> [String: Any] { element["attributes"] as? [String: Any] ?? [:] }

    @Test func theQuestionsAreThoseOfTheCasebook() throws {
        let text = IssueForm(try form()).text
        #expect(text.hasPrefix(IssueForm.mark))
        let questions = try body(text).filter { $0["type"] as? String != "markdown" }
        #expect(
            questions.map { $0["type"] as? String } == [
                "input", "dropdown", "dropdown", "dropdown", "textarea", "textarea", "textarea", "input", "checkboxes",
            ])
        #expect(
            questions.map { attributes($0)["label"] as? String } == [
                "題名", "分野", "取組主体", "関わる人", "必要性・きっかけ", "取組・工夫の概要", "効果", "要約", "送る前の確認",
            ])
        let required = questions.map { ($0["validations"] as? [String: Bool])?["required"] ?? false }
        #expect(required == [true, true, true, false, true, true, false, false, false])
        #expect(attributes(questions[1])["options"] as? [String] == ["就労情報提供", "個性・強み・興味の把握"])
        #expect(attributes(questions[1])["multiple"] == nil && attributes(questions[3])["multiple"] as? Bool == true)
        let consent = try #require(attributes(questions[8])["options"] as? [[String: Any]])
        #expect(consent.count == 2 && consent.allSatisfy { $0["required"] as? Bool == true })
    }

    /// Each field is asked once, and a document only where every case needs one.
    @Test func declaredFieldsAndConsentOfTheCasebook() throws {
        let casebook = SmallCasebook().replacing(
            "sections:",
            with: """
                submission:
                  consent:
                    - 一つ目、を確かめました
                    - "二つ目: を確かめました"
                fields:
                  - { key: place, label: 場所, type: text }
                  - { key: paper, label: 資料, type: file }
                  - { key: photo, label: 写真, type: file, required: true }
                sections:
                """, in: "casebook.yml")
        let questions = try body(IssueForm(try form(casebook)).text).filter { $0["type"] as? String != "markdown" }
        #expect(
            questions.compactMap { attributes($0)["label"] as? String }.suffix(5) == ["効果", "場所", "写真", "要約", "送る前の確認"])
        let consent = questions.last.flatMap { attributes($0)["options"] as? [[String: Any]] }
        #expect(consent?.map { $0["label"] as? String } == ["一つ目、を確かめました", "二つ目: を確かめました"])
    }

    @Test func anEnglishCasebookHasAnEnglishForm() throws {
        let casebook = SmallCasebook().replacing("language: ja", with: "language: en", in: "casebook.yml")
        let text = IssueForm(try form(casebook)).text
        #expect(text.contains("label: Title") && text.contains("label: Summary") && text.contains("label: Before you send it"))
        let own = text.split(separator: "\n").filter {
            $0.hasPrefix("name:") || $0.contains("value") || $0.hasPrefix("        ")
        }
        #expect(own.first == "name: Send a case")
    }

    /// Equal labels, reserved words, booleans, numbers, a taxonomy without terms, commas, ids that are no names.
    @Test func whatGitHubDoesNotAllow() throws {
        var casebook = SmallCasebook()
            .replacing("label: 取組主体", with: "label: 効果", in: "casebook.yml")
            .replacing("id: effect", with: "id: organization", in: "casebook.yml")
            .adding("organizations/employer.md", "---\nlabel: None\n---\n")
            .adding("actors/person.md", "---\nlabel: \"yes\"\nyomi: いえす\n---\n")
            .adding("actors/family.md", "---\nlabel: 家族, 親族\nyomi: かぞく\n---\n")
            .adding("actors/number.md", "---\nlabel: \"12\"\nyomi: じゅうに\n---\n")
        casebook.files["actors/x.md"] = nil
        let questions = try body(IssueForm(try form(casebook)).text).filter { $0["type"] as? String != "markdown" }
        let labels = questions.compactMap { attributes($0)["label"] as? String }
        #expect(Set(labels).count == questions.count && labels.contains("効果（文章）"))
        let ids = questions.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == questions.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil })
        #expect((attributes(questions[2])["options"] as? [String])?.contains("「None」") == true)
        // Terms with commas are boxes, one a line.
        #expect(questions[3]["type"] as? String == "checkboxes" && questions[3]["validations"] == nil)
        let boxes = (attributes(questions[3])["options"] as? [[String: Any]])?.compactMap { $0["label"] as? String }
        #expect(boxes.map(Set.init) == ["yes", "家族, 親族", "12"])
    }
}
