import CasebookModel
import TestSupport
import Testing

@Suite struct MissingKeyTests {
    @Test func inACase() {
        let problems = SmallCasebook().replacing("title: 一つ目の事例\n", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-key", "cases/c001.md:1:1",
                    ja: "「題名」（title）がありません。例：`title: 事例の題名`",
                    en: "The key “title” is missing: add a line like `title: A title`")
            ])
    }

    @Test func inATermAndCasebookYAML() {
        let problems = SmallCasebook()
            .replacing("number: 1\n", with: "", in: "categories/information.md")
            .replacing("notice: 注記です。\n", with: "", in: "casebook.yml")
            .replacing("  title: 出典の資料", with: "  url: https://example.jp", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-key", "casebook.yml:1:1",
                    ja: "「注記」（notice）がありません。例：`notice: 効果を証明するものではありません。`",
                    en: "The key “notice” is missing: add a line like `notice: They prove nothing about what works elsewhere.`"),
                ReportedProblem(
                    "missing-key", "casebook.yml:7:3",
                    ja: "「題名」（title）がありません。例：`title: 出典の資料`",
                    en: "The key “title” is missing: add a line like `title: Annual report`"),
                ReportedProblem(
                    "missing-key", "categories/information.md:1:1",
                    ja: "「番号」（number）がありません。例：`number: 1`",
                    en: "The key “number” is missing: add a line like `number: 1`"),
            ])
    }

    @Test func aMisspelledOneIsReportedAsThat() {
        let problems = SmallCasebook().replacing("title: 一つ目", with: "titel: 一つ目", in: "cases/c001.md").problems()
        #expect(problems.map(\.id) == ["unknown-key"] && problems.map(\.suggestions) == [["title"]])
    }
}
