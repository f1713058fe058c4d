import CasebookModel
import TestSupport
import Testing

@Suite struct EmptyValueTests {
    @Test func aTitleOfNothing() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-value", "cases/c001.md:2:1",
                    ja: "項目「title」に値がありません",
                    en: "The key “title” has no value")
            ])
    }

    @Test func anEmptyListAndEmptyQuotes() {
        let problems = SmallCasebook()
            .replacing("一つ目の事例", with: "\"\"", in: "cases/c001.md")
            .replacing("ハローワーク", with: "[]", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-value", "cases/c001.md:2:1",
                    ja: "項目「title」に値がありません",
                    en: "The key “title” has no value"),
                ReportedProblem(
                    "empty-value", "cases/c001.md:4:1",
                    ja: "項目「organization」に値がありません",
                    en: "The key “organization” has no value"),
            ])
    }
}
