import Testing

@testable import Casebook

@Suite struct SameTaxonomyCheckerTests {
    @Test func tells() {
        let told = MiniCollection()
            .replacing("secondary: organizations", with: "secondary: categories", in: "casebook.yml")
            .told()
        #expect(
            told == [
                Told(
                    "same-taxonomy", "casebook.yml:10:12",
                    ja: "「primary」と「secondary」が同じ分類です。別の分類にしてください",
                    en: "“primary” and “secondary” are the same taxonomy: choose another")
            ])
    }
}
