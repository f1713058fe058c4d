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
}
