import CasebookModel
import TestSupport
import Testing

@Suite struct ReservedIDTests {
    @Test func theSitesAndWindows() {
        let problems = SmallCasebook()
            .adding(
                "cases/index.md",
                "---\ntitle: 三つ目\ncategory: 1\norganization: 企業\n---\n\n## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n"
            )
            .adding("pages/search.md", "---\ntitle: 検索\n---\n")
            .adding("actors/con.md", "---\nlabel: 操作盤\nyomi: そ\n---\n")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "reserved-id", "actors/con.md",
                    ja: "ファイル名「con」は使えません。別の名前にしてください",
                    en: "The file name “con” cannot be used: choose another"),
                ReportedProblem(
                    "reserved-id", "cases/index.md",
                    ja: "ファイル名「index」は使えません。別の名前にしてください",
                    en: "The file name “index” cannot be used: choose another"),
                ReportedProblem(
                    "reserved-id", "pages/search.md",
                    ja: "ファイル名「search」は使えません。別の名前にしてください",
                    en: "The file name “search” cannot be used: choose another"),
            ])
    }
}
