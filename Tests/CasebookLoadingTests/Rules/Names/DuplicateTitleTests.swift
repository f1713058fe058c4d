import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateTitleTests {
    @Test func notesTheFirst() {
        let problems = SmallCasebook().replacing("二つ目の事例", with: "一つ目の事例", in: "cases/c002.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-title", "cases/c002.md:2:8",
                    ja: "題名「一つ目の事例」の事例がほかにもあります",
                    en: "Another case has the title “一つ目の事例”",
                    notes: ["cases/c001.md:2:8"])
            ])
    }
}
