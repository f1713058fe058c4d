import CasebookModel
import TestSupport
import Testing

@Suite struct IndentedKeyTests {
    @Test func spacesBeforeAKey() {
        let problems = SmallCasebook().replacing("category:", with: "  category:", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "indented-key", "cases/c001.md:3:1",
                    ja: "「category」の前に空白があります。行の先頭から書いてください",
                    en: "There are spaces before “category”: start it at the first column",
                    fix: "3:1-3:3 → ")
            ])
    }
}
