import CasebookModel
import TestSupport
import Testing

@Suite struct DeadImageTests {
    @Test func theNearestImage() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "![地図](../images/mapp.png) ![地図](../images/MAP.png)", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "dead-image", "cases/c001.md:14:7",
                    ja: "画像「../images/mapp.png」がありません",
                    en: "The image “../images/mapp.png” does not exist",
                    suggestions: ["../images/map.png"]),
                ReportedProblem(
                    "dead-image", "cases/c001.md:14:33",
                    ja: "画像「../images/MAP.png」がありません",
                    en: "The image “../images/MAP.png” does not exist",
                    suggestions: ["../images/map.png"], fix: "14:33-14:50 → ../images/map.png"),
            ])
    }
}
