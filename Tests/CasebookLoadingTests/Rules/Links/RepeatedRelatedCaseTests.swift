import CasebookModel
import TestSupport
import Testing

@Suite struct RepeatedRelatedCaseTests {
    @Test func notesTheFirst() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nrelated: [c002, c002]", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "repeated-related-case", "cases/c001.md:3:17",
                    ja: "関連する事例「c002」が2回書かれています",
                    en: "The related case “c002” is named twice",
                    notes: ["cases/c001.md:3:11"])
            ])
    }
}
