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

    /// The list or the order may be under a key that is not known, which another rule reports.
    @Test(arguments: [("order: number", "ordr: number"), ("order: number", "並べ方: number"), ("terms:", "term:")])
    func unknownKeys(old: String, new: String) {
        let problems = SmallCasebook().replacing(old, with: new, in: "casebook.yml").problems()
        #expect(problems.map(\.id) == ["unknown-key"])
    }
}
