import CasebookModel
import TestSupport
import Testing

@Suite struct BadChoiceTests {
    @Test func anOrderAndAFlag() {
        let problems = SmallCasebook()
            .replacing("order: number", with: "order: numbers", in: "casebook.yml")
            .replacing("multiple: true", with: "multiple: yes", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-choice", "casebook.yml:18:12",
                    ja: "「並べ方」（order）に「numbers」は使えません",
                    en: "The key “order” cannot be “numbers”",
                    suggestions: ["number"]),
                ReportedProblem(
                    "bad-choice", "casebook.yml:28:15",
                    ja: "「いくつも書けるか」（multiple）に「yes」は使えません",
                    en: "The key “multiple” cannot be “yes”",
                    suggestions: ["true"], fix: "28:15-28:18 → true"),
            ])
    }

    @Test func anEditionInAList() {
        let casebook = SmallCasebook().replacing(
            "language: ja", with: "language: ja\neditions: [epub, Text, kindle]", in: "casebook.yml")
        let problems = casebook.problems()
        #expect(problems.map(\.id) == ["bad-choice", "bad-choice"])
        #expect(problems.first?.fix?.hasSuffix("→ text") == true)
        #expect(problems.last?.ja == "「ほかの形の冊子」（editions）に「kindle」は使えません")
        let valid = SmallCasebook().replacing("language: ja", with: "language: ja\neditions: [text, epub]", in: "casebook.yml")
        #expect(valid.problems() == [])
    }
}
