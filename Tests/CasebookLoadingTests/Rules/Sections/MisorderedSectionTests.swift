import CasebookModel
import TestSupport
import Testing

@Suite struct MisorderedSectionTests {
    @Test func notesTheLaterOne() {
        let problems = SmallCasebook()
            .replacing(
                "## 必要性・きっかけ\n\n必要でした。\n\n## 取組・工夫の概要\n\n工夫しました。\n",
                with: "## 取組・工夫の概要\n\n工夫しました。\n\n## 必要性・きっかけ\n\n必要でした。\n", in: "cases/c001.md"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "misordered-section", "cases/c001.md:12:1",
                    ja: "見出し「必要性・きっかけ」は「取組・工夫の概要」より前に書いてください",
                    en: "The section “必要性・きっかけ” belongs before “取組・工夫の概要”",
                    notes: ["cases/c001.md:8:1"])
            ])
    }
}
