import CasebookModel
import TestSupport
import Testing

@Suite struct DeadAnchorTests {
    @Test func theNearestAnchor() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "[あ](c002.md#efect) [い](#backgroun) [う](../pages/about.md#目標)", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-anchor", "cases/c001.md:14:5",
                    ja: "リンク先に「#efect」という飛び先がありません",
                    en: "The link target has no anchor “#efect”",
                    suggestions: ["effect"]),
                ReportedProblem(
                    "dead-anchor", "cases/c001.md:14:24",
                    ja: "リンク先に「#backgroun」という飛び先がありません",
                    en: "The link target has no anchor “#backgroun”",
                    suggestions: ["background"]),
                ReportedProblem(
                    "dead-anchor", "cases/c001.md:14:40",
                    ja: "リンク先に「#目標」という飛び先がありません",
                    en: "The link target has no anchor “#目標”"),
            ])
    }

    @Test func aSectionByItsHeading() {
        let problems = SmallCasebook().replacing("工夫しました。", with: "[あ](c002.md#効果)", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-anchor", "cases/c001.md:14:5",
                    ja: "リンク先に「#効果」という飛び先がありません",
                    en: "The link target has no anchor “#効果”",
                    suggestions: ["effect"], fix: "14:5-14:15 → c002.md#effect")
            ])
    }
}
