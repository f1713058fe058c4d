import CasebookModel
import TestSupport
import Testing

@Suite struct BadDateTests {
    @Test(
        arguments: [
            ("R8.4.1", "「R8.4.1」は、「2026-04-01」の形で書いてください", ["2026-04-01"], "4:12-4:18 → 2026-04-01"),
            ("20260401", "「20260401」は、「2026-04-01」の形で書いてください", ["2026-04-01"], "4:12-4:20 → 2026-04-01"),
            ("46113", "「46113」は表計算ソフトの日付の番号で、2026年4月1日のようです。確かめて「2026-04-01」の形で書いてください", ["2026-04-01"], nil),
            ("R8.4", "「R8.4」は日付として読めません。日がありません。年月日を「2026-04-01」のように書いてください", [], nil),
            (
                "平成35年4月1日", "「平成35年4月1日」は日付として読めません。平成は1989年1月8日から2019年4月30日までです。「2023-04-01」のように書いてください",
                ["2023-04-01"], nil
            ),
            ("4/1/26", "「4/1/26」は日付として読めません。どれが年かわかりません。年を4桁にして「2026-04-01」のように書いてください", [], nil),
            ("2026", "「2026」は日付として読めません。月と日がありません。年月日を「2026-04-01」のように書いてください", [], nil),
            ("2026/4/1(月)", "「2026/4/1(月)」は日付として読めません。日付と曜日が合いません。確かめて「2026-04-01」のように書いてください", [], nil),
        ] as [(String, String, [String], String?)])
    func saysWhatIsMissing(date: String, ja: String, suggestions: [String], fix: String?) {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nauthor: x", in: "cases/c001.md")
            .replacing("author: x", with: "summary: あ\npublished: \(date)", in: "cases/c001.md")
            .problems()
        #expect(problems.map(\.id) == ["bad-date"])
        #expect(problems.map(\.ja) == [ja])
        #expect(problems.map(\.suggestions) == [suggestions])
        #expect(problems.map(\.fix) == [fix])
    }

    @Test func aDayThatIsNone() {
        let problems = SmallCasebook().replacing("2026-04-01", with: "2026-02-30", in: "cases/c002.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-date", "cases/c002.md:5:12",
                    ja: "「2026-02-30」は日付として読めません。そのような日はありません。「2026-04-01」のように書いてください",
                    en: "“2026-02-30” is not a certain date, because the calendar has no such day: write it like “2026-04-01”")
            ])
    }

    @Test func otherWaysToWriteIt() {
        let problems = SmallCasebook()
            .replacing("2026-04-01", with: "2026/4/1\nupdated: 令和8年4月2日\nreview_by: 来年", in: "cases/c002.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-date", "cases/c002.md:5:12",
                    ja: "「2026/4/1」は、「2026-04-01」の形で書いてください",
                    en: "“2026/4/1” is not in the form of a date: write “2026-04-01”",
                    suggestions: ["2026-04-01"], fix: "5:12-5:20 → 2026-04-01"),
                ReportedProblem(
                    "bad-date", "cases/c002.md:6:10",
                    ja: "「令和8年4月2日」は、「2026-04-02」の形で書いてください",
                    en: "“令和8年4月2日” is not in the form of a date: write “2026-04-02”",
                    suggestions: ["2026-04-02"], fix: "6:10-6:18 → 2026-04-02"),
                ReportedProblem(
                    "bad-date", "cases/c002.md:7:12",
                    ja: "「来年」は日付として読めません。「2026-04-01」のように書いてください",
                    en: "“来年” is not a date: write it like “2026-04-01”"),
            ])
    }
}
