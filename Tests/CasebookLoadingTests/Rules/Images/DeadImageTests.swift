import CasebookModel
import TestSupport
import Testing

@Suite struct DeadImageTests {
    @Test func theNearestImage() {
        let problems = SmallCasebook().withMap
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

    @Test func withoutItsFolder() {
        let problems = SmallCasebook().withMap
            .replacing("工夫しました。", with: "![地図](map.png)", in: "cases/c001.md").problems()
        #expect(problems.filter { $0.id == "dead-image" }.map(\.suggestions) == [["../images/map.png"]])
        #expect(problems.filter { $0.id == "dead-image" }.map(\.fix) == ["14:7-14:14 → ../images/map.png"])
    }

    @Test func aNameThatIsNotRead() {
        let problems = SmallCasebook().withImages(["images/_old/a.png", "images/_b.png"])
            .replacing("工夫しました。", with: "![地図](../images/_b.png)", in: "cases/c001.md").problems()
        #expect(
            problems.map(\.ja) == ["画像「../images/_b.png」は、名前が「_」で始まるので使いません。載せるなら、画像の名前を変えてください"])
    }
}
