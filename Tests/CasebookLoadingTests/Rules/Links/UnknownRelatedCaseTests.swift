import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownRelatedCaseTests {
    @Test func theNearest() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nrelated: [c003, C002]", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-related-case", "cases/c001.md:3:11",
                    ja: "関連する事例「c003」がありません",
                    en: "The related case “c003” does not exist",
                    suggestions: ["c001", "c002"]),
                ReportedProblem(
                    "unknown-related-case", "cases/c001.md:3:17",
                    ja: "関連する事例「C002」がありません",
                    en: "The related case “C002” does not exist",
                    suggestions: ["c002"], fix: "3:17-3:21 → c002"),
            ])
    }
}
