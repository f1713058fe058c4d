import CasebookModel
import TestSupport
import Testing

@Suite struct TakenAnchorTests {
    @Test func aHeadingWithASectionsID() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "工夫しました。\n\n### 効果の見方 {#effect}\n\n見ます。", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "taken-anchor", "cases/c001.md:16:1",
                    ja: "この見出しの飛び先「#effect」は、事例の見出しと同じになります。見出しを変えてください",
                    en: "The anchor of this heading, “#effect”, is that of a section: change the heading")
            ])
    }
}
