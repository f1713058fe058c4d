import CasebookModel
import TestSupport
import Testing

@Suite struct UselessTermListTests {
    @Test func warns() {
        let problems = SmallCasebook()
            .replacing("order: number\n", with: "order: number\n    terms: [information]\n", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "useless-term-list", "casebook.yml:19:5",
                    ja: "「order: number」では「terms」を使いません。取り除くか「order: listed」にしてください",
                    en: "“order: number” does not use “terms”: remove it, or write “order: listed”")
            ])
    }
}
