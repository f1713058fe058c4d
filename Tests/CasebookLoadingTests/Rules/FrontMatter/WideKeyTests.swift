import CasebookModel
import TestSupport
import Testing

@Suite struct WideKeyTests {
    @Test func aFullWidthKey() {
        let problems = SmallCasebook().replacing("title:", with: "ｔｉｔｌｅ:", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-key", "cases/c001.md:2:1",
                    ja: "項目の名前が全角です。半角で「title」と書いてください",
                    en: "The key is in full-width letters: write “title”",
                    fix: "2:1-2:6 → title")
            ])
    }
}
