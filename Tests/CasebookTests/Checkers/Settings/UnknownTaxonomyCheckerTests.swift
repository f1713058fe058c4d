import Testing

@testable import Casebook

@Suite struct UnknownTaxonomyCheckerTests {
    @Test func theKeyForTheFolder() {
        let told = MiniCollection()
            .replacing("primary: categories", with: "primary: category", in: "casebook.yml")
            .replacing("secondary: organizations", with: "secondary: organisations", in: "casebook.yml")
            .told()
        #expect(
            told == [
                Told(
                    "unknown-taxonomy", "casebook.yml:9:10",
                    ja: "「primary」の「category」という分類はありません",
                    en: "There is no taxonomy “category” for “primary”",
                    suggestions: ["categories"], fix: "9:10-9:18 → categories"),
                Told(
                    "unknown-taxonomy", "casebook.yml:10:12",
                    ja: "「secondary」の「organisations」という分類はありません",
                    en: "There is no taxonomy “organisations” for “secondary”",
                    suggestions: ["organizations"]),
            ])
    }
}
