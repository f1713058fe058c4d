import Testing

@testable import Casebook

@Suite struct UnknownPageCheckerTests {
    @Test func theNearest() {
        let told = MiniCollection().replacing("[about, call]", with: "[about, coll]", in: "casebook.yml").told()
        #expect(
            told == [
                Told(
                    "unknown-page", "casebook.yml:12:17",
                    ja: "「footer」の「coll」というページは「pages/」にありません",
                    en: "There is no page “coll” in “pages/” for “footer”",
                    suggestions: ["call"])
            ])
    }
}
