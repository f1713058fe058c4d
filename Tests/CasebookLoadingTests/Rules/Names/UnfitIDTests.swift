import CasebookModel
import TestSupport
import Testing

@Suite struct UnfitIDTests {
    @Test func upperCaseAndFullWidth() {
        let problems = SmallCasebook()
            .adding(
                "cases/ｃ００３.md",
                "---\ntitle: 三つ目\ncategory: 1\norganization: 企業\n---\n\n## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n"
            )
            .adding(
                "cases/事例.md",
                "---\ntitle: 四つ目\ncategory: 1\norganization: 企業\n---\n\n## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unfit-id", "cases/事例.md",
                    ja: "ファイル名「事例」はアドレスに使えません。半角の小文字の英数字とハイフンだけにしてください",
                    en: "The file name “事例” cannot be an address: use lower-case ASCII letters, digits and hyphens only"),
                ReportedProblem(
                    "unfit-id", "cases/ｃ００３.md",
                    ja: "ファイル名「ｃ００３」はアドレスに使えません。半角の小文字の英数字とハイフンだけにしてください",
                    en: "The file name “ｃ００３” cannot be an address: use lower-case ASCII letters, digits and hyphens only",
                    suggestions: ["c003.md"]),
            ])
    }
}
