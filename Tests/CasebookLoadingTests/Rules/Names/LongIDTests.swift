import CasebookModel
import TestSupport
import Testing

@Suite struct LongIDTests {
    @Test func tooLong() {
        let problems = SmallCasebook()
            .adding(
                "cases/ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.md",
                "---\ntitle: 三つ目\ncategory: 1\norganization: 企業\n---\n\n## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "long-id", "cases/ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.md",
                    ja: "ファイル名が長すぎます。64文字までにしてください",
                    en: "The file name is too long: use at most 64 characters")
            ])
    }
}
