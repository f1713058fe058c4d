import CasebookModel
import TestSupport
import Testing

@Suite struct MissingFrontMatterTests {
    @Test func reportsAFileWithout() {
        let problems = SmallCasebook().adding("cases/c001.md", "## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-front-matter", "cases/c001.md:1:1",
                    ja: "先頭に「---」で囲んだ項目がありません。1行目に「---」、次の行から項目、その後に「---」だけの行を書いてください",
                    en:
                        "The front matter is missing: write “---” on the first line, then the keys, then “---” on a line of its own"
                )
            ])
    }

    @Test func reportsAnEmptyFile() {
        let problems = SmallCasebook().adding("pages/about.md", "").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-front-matter", "pages/about.md:1:1",
                    ja: "先頭に「---」で囲んだ項目がありません。1行目に「---」、次の行から項目、その後に「---」だけの行を書いてください",
                    en:
                        "The front matter is missing: write “---” on the first line, then the keys, then “---” on a line of its own"
                )
            ])
    }
}
