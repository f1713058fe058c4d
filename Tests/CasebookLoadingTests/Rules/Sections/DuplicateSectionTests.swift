import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateSectionTests {
    @Test func notesTheFirst() {
        let problems = SmallCasebook()
            .replacing("工夫しました。\n", with: "工夫しました。\n\n## 取組・工夫の概要\n\nまた。\n", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-section", "cases/c001.md:16:1",
                    ja: "見出し「取組・工夫の概要」が2回あります。1つにまとめてください",
                    en: "The heading “取組・工夫の概要” is there twice: merge the sections",
                    notes: ["cases/c001.md:12:1"])
            ])
    }
}
