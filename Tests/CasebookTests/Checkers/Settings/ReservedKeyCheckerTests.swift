import Testing

@testable import Casebook

@Suite struct ReservedKeyCheckerTests {
    @Test func tells() {
        let told = MiniCollection()
            .replacing("key: actors", with: "key: summary", in: "casebook.yml")
            .replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md")
            .told()
        #expect(
            told == [
                Told(
                    "reserved-key", "casebook.yml:26:10",
                    ja: "「summary」はほかの項目の名前なので、分類の「key」に使えません",
                    en: "“summary” cannot be a taxonomy's key: front matter uses it for something else")
            ])
    }
}
