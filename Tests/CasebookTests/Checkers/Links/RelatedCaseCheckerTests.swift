import Testing

@testable import Casebook

@Suite struct RelatedCaseCheckerTests {
    @Test func theNearest() {
        let told = MiniCollection()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nrelated: [c003, C002]", in: "cases/c001.md")
            .told()
        #expect(
            told == [
                Told(
                    "unknown-related-case", "cases/c001.md:3:11",
                    ja: "関連する事例「c003」がありません",
                    en: "There is no related case “c003”",
                    suggestions: ["c001", "c002"]),
                Told(
                    "unknown-related-case", "cases/c001.md:3:17",
                    ja: "関連する事例「C002」がありません",
                    en: "There is no related case “C002”",
                    suggestions: ["c002"], fix: "3:17-3:21 → c002"),
            ])
    }
}
