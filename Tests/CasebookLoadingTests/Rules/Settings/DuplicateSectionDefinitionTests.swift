import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateSectionDefinitionTests {
    @Test func idAndHeading() {
        let problems = SmallCasebook()
            .replacing("{ id: effect, heading: 効果 }", with: "{ id: approach, heading: 取組・工夫の概要 }", in: "casebook.yml")
            .replacing("## 効果\n\n良くなりました。\n", with: "", in: "cases/c002.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-section-definition", "casebook.yml:33:11",
                    ja: "「id」の「approach」は別の見出しと同じです",
                    en: "Another section has the id “approach”",
                    notes: ["casebook.yml:32:11"]),
                ReportedProblem(
                    "duplicate-section-definition", "casebook.yml:33:30",
                    ja: "「heading」の「取組・工夫の概要」は別の見出しと同じです",
                    en: "Another section has the heading “取組・工夫の概要”",
                    notes: ["casebook.yml:32:30"]),
            ])
    }
}
