import CasebookModel
import TestSupport
import Testing

@Suite struct EmptyValueTests {
    @Test func aTitleOfNothing() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-value", "cases/c001.md:2:1",
                    ja: "「題名」（title）が空です。例：`title: 事例の題名`",
                    en: "The key “title” has no value: write one, like `title: A title`")
            ])
    }

    @Test func aNumberSignAtTheStart() {
        let problems = SmallCasebook().replacing("一つ目の事例", with: "#1の話", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-value", "cases/c001.md:2:8",
                    ja: "「題名」（title）は、「#」から後が注記とみなされて空です。`title: \"#1の話\"` のように、値の全体を引用符で囲んでください",
                    en:
                        "The key “title” has no value, because “#” starts a comment: put the whole value in quotation marks, like"
                        + " `title: \"#1の話\"`",
                    fix: "2:8-2:12 → \"#1の話\"")
            ])
        let summary = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nsummary: #1の話", in: "cases/c001.md").problems()
        #expect(summary.map { "\($0.id) \($0.fix ?? "-")" } == ["hash-in-text 3:10-3:14 → \"#1の話\""])
        let comment = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nsummary: # あとで書く", in: "cases/c001.md").problems()
        #expect(comment == [])
    }

    @Test func anEmptyListAndEmptyQuotes() {
        let problems = SmallCasebook()
            .replacing("一つ目の事例", with: "\"\"", in: "cases/c001.md")
            .replacing("ハローワーク", with: "[]", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "empty-value", "cases/c001.md:2:1",
                    ja: "「題名」（title）が空です。例：`title: 事例の題名`",
                    en: "The key “title” has no value: write one, like `title: A title`"),
                ReportedProblem(
                    "empty-value", "cases/c001.md:4:1",
                    ja: "「取組主体」（organization）が空です。例：`organization: ハローワーク`",
                    en: "The key “organization” has no value: write one, like `organization: ハローワーク`"),
            ])
    }
}
