import Testing

@testable import Casebook

@Suite struct MissingTermFileCheckerTests {
    @Test func theNearest() {
        let told = MiniCollection()
            .replacing("[hello-work, employer]", with: "[hello-work, employer, helo-work]", in: "casebook.yml")
            .told()
        #expect(
            told == [
                Told(
                    "missing-term-file", "casebook.yml:24:35",
                    ja: "「helo-work」のファイル「organizations/helo-work.md」がありません",
                    en: "There is no file “organizations/helo-work.md” for “helo-work”",
                    suggestions: ["hello-work"])
            ])
    }
}
