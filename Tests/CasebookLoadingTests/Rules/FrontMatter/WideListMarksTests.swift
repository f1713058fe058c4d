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
                    ja: "いくつも書くときは、`[本人, 家族]` のように書いてください",
                    en: "Write several values like `[本人, 家族]`, with ASCII marks", suggestions: ["[本人, 家族]"],
                    fix: "5:9-5:16 → [本人, 家族]")
            ])
    }

    @Test func aBracketAtOneEnd() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人, 家族］", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:9",
                    ja: "いくつも書くときは、`[本人, 家族]` のように書いてください",
                    en: "Write several values like `[本人, 家族]`, with ASCII marks", suggestions: ["[本人, 家族]"],
                    fix: "5:9-5:17 → [本人, 家族]")
            ])
    }

    @Test func hyphens() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "\n－ 本人\n・家族", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:6:1",
                    ja: "いくつも書くときは、`- 本人` のように書いてください",
                    en: "Write several values like `- 本人`, with ASCII marks", suggestions: ["- 本人"],
                    fix: "6:1-6:3 → - "),
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:7:1",
                    ja: "いくつも書くときは、`- 家族` のように書いてください",
                    en: "Write several values like `- 家族`, with ASCII marks", suggestions: ["- 家族"],
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
                    ja: "いくつも書くときは、`[c002, c001x]` のように書いてください",
                    en: "Write several values like `[c002, c001x]`, with ASCII marks", suggestions: ["[c002, c001x]"],
                    fix: "3:10-3:22 → [c002, c001x]"),
                ReportedProblem(
                    "unknown-related-case", "cases/c001.md:3:16",
                    ja: "関連する事例「c001x」がありません",
                    en: "The related case “c001x” does not exist",
                    suggestions: ["c001"]),
            ])
    }
}
