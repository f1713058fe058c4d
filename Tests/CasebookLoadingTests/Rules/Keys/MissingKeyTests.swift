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
                    ja: "項目「title」がありません。「title: 値」の行を加えてください",
                    en: "The key “title” is missing: add a line “title: value”")
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
                    ja: "項目「notice」がありません。「notice: 値」の行を加えてください",
                    en: "The key “notice” is missing: add a line “notice: value”"),
                ReportedProblem(
                    "missing-key", "casebook.yml:7:3",
                    ja: "項目「title」がありません。「title: 値」の行を加えてください",
                    en: "The key “title” is missing: add a line “title: value”"),
                ReportedProblem(
                    "missing-key", "categories/information.md:1:1",
                    ja: "項目「number」がありません。「number: 値」の行を加えてください",
                    en: "The key “number” is missing: add a line “number: value”"),
            ])
    }

    @Test func aMisspelledOneIsReportedAsThat() {
        let problems = SmallCasebook().replacing("title: 一つ目", with: "titel: 一つ目", in: "cases/c001.md").problems()
        #expect(problems.map(\.id) == ["unknown-key"] && problems.map(\.suggestions) == [["title"]])
    }
}
