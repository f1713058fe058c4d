import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateIDTests {
    @Test func inCaseAlone() {
        let problems = SmallCasebook()
            .adding(
                "cases/C001.md",
                "---\ntitle: 三つ目\ncategory: 1\norganization: 企業\n---\n\n## 必要性・きっかけ\n\nはい。\n\n## 取組・工夫の概要\n\nはい。\n"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-id", "cases/C001.md",
                    ja: "同じ名前のファイルがあります（大文字と小文字、全角と半角は区別できません）: C001",
                    en: "Another file has the same name (upper and lower case, full and half width make no difference): C001",
                    notes: ["cases/c001.md"]),
                ReportedProblem(
                    "unfit-id", "cases/C001.md",
                    ja: "ファイル名「C001」はアドレスに使えません。半角の小文字の英数字とハイフンだけにしてください",
                    en: "The file name “C001” cannot be an address: use lower-case ASCII letters, digits and hyphens only",
                    suggestions: ["c001.md"]),
            ])
    }
}
