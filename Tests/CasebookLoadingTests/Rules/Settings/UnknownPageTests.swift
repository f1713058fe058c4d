@testable import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownPageTests {
    @Test func theNearest() {
        let told = MiniCollection().replacing("[about, call]", with: "[about, coll]", in: "casebook.yml").told()
        #expect(
            told == [
                Told(
                    "unknown-page", "casebook.yml:12:17",
                    ja: "「footer」の「coll」というページは「pages/」にありません",
                    en: "“footer” names the page “coll”, which is not in “pages/”",
                    suggestions: ["call"])
            ])
    }
}
