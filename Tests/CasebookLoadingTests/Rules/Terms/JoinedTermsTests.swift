import CasebookModel
import TestSupport
import Testing

@Suite struct JoinedTermsTests {
    @Test func aTextWithCommas() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "本人、家族", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:9",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "5:9-5:14 → [本人, 家族]")
            ])
    }

    @Test func aListWithJapaneseCommas() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人、家族]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:10",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "5:10-5:15 → 本人, 家族")
            ])
    }
}
