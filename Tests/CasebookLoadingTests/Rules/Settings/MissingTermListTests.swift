import CasebookModel
import TestSupport
import Testing

@Suite struct MissingTermListTests {
    @Test func noList() {
        let problems = SmallCasebook()
            .replacing("    terms: [hello-work, employer]\n", with: "", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-term-list", "casebook.yml:19:13",
                    ja: "「organizations」は「order: listed」なので、「terms」か「groups」に並びを書いてください",
                    en: "“organizations” has “order: listed”: list its terms in “terms” or “groups”")
            ])
    }
}
