import CasebookModel
import TestSupport
import Testing

@Suite struct TabAtLineStartTests {
    @Test func beforeAKey() {
        let problems = SmallCasebook().replacing("category:", with: "\tcategory:", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "tab", "cases/c001.md:3:1",
                    ja: "行の先頭にタブがあります。半角の空白にしてください",
                    en: "The line starts with a tab: use spaces",
                    fix: "3:1-3:2 → ")
            ])
    }

    @Test func inAList() {
        let problems = SmallCasebook()
            .replacing("actors: [本人, 家族]", with: "actors:\n\t- 本人\n  - 家族", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "tab", "cases/c001.md:6:1",
                    ja: "行の先頭にタブがあります。半角の空白にしてください",
                    en: "The line starts with a tab: use spaces",
                    fix: "6:1-6:2 →   ")
            ])
    }
}
