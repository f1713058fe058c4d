import CasebookModel
import TestSupport
import Testing

@Suite struct BadDateTests {
    @Test func aDayThatIsNone() {
        let problems = SmallCasebook().replacing("2026-04-01", with: "2026-02-30", in: "cases/c002.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "bad-date", "cases/c002.md:5:12",
                    ja: "「2026-02-30」は日付として読めません。「2026-04-01」のように書いてください",
                    en: "“2026-02-30” is not a date: write it like “2026-04-01”")
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
                    ja: "「2026/4/1」は日付として読めません。「2026-04-01」のように書いてください",
                    en: "“2026/4/1” is not a date: write it like “2026-04-01”",
                    suggestions: ["2026-04-01"], fix: "5:12-5:20 → 2026-04-01"),
                ReportedProblem(
                    "bad-date", "cases/c002.md:6:10",
                    ja: "「令和8年4月2日」は日付として読めません。「2026-04-01」のように書いてください",
                    en: "“令和8年4月2日” is not a date: write it like “2026-04-01”",
                    suggestions: ["2026-04-02"], fix: "6:10-6:18 → 2026-04-02"),
                ReportedProblem(
                    "bad-date", "cases/c002.md:7:12",
                    ja: "「来年」は日付として読めません。「2026-04-01」のように書いてください",
                    en: "“来年” is not a date: write it like “2026-04-01”"),
            ])
    }
}
