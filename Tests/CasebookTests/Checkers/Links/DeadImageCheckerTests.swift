import Testing

@testable import Casebook

@Suite struct DeadImageCheckerTests {
    @Test func theNearestImage() {
        let told = MiniCollection()
            .replacing("工夫しました。", with: "![地図](../images/mapp.png) ![地図](../images/MAP.png)", in: "cases/c001.md")
            .told()
        #expect(
            told == [
                Told(
                    "dead-image", "cases/c001.md:14:7",
                    ja: "画像「../images/mapp.png」がありません",
                    en: "There is no image “../images/mapp.png”",
                    suggestions: ["../images/map.png"]),
                Told(
                    "dead-image", "cases/c001.md:14:33",
                    ja: "画像「../images/MAP.png」がありません",
                    en: "There is no image “../images/MAP.png”",
                    suggestions: ["../images/map.png"], fix: "14:33-14:50 → ../images/map.png"),
            ])
    }
}
