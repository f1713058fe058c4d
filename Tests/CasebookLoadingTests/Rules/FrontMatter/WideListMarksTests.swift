import CasebookModel
import TestSupport
import Testing

@Suite struct WideListMarksTests {
    @Test func brackets() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "［本人、家族］", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:9",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "5:9-5:16 → [本人, 家族]")
            ])
    }

    @Test func aBracketAtOneEnd() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人, 家族］", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:9",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "5:9-5:17 → [本人, 家族]")
            ])
    }

    @Test func hyphens() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "\n－ 本人\n・家族", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:6:1",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "6:1-6:3 → - "),
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:7:1",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "7:1-7:2 → - "),
            ])
    }

    @Test func commasInAListOfIDs() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nrelated: [c002、c001x]", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:3:10",
                    ja: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください",
                    en: "The list has full-width marks: write “[value, value]” or “- value” in ASCII",
                    fix: "3:10-3:22 → [c002, c001x]"),
                ReportedProblem(
                    "unknown-related-case", "cases/c001.md:3:16",
                    ja: "関連する事例「c001x」がありません",
                    en: "The related case “c001x” does not exist",
                    suggestions: ["c001"]),
            ])
    }
}
