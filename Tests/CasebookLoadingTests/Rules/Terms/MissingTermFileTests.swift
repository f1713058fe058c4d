import CasebookModel
import TestSupport
import Testing

@Suite struct MissingTermFileTests {
    @Test func theNearest() {
        let problems = SmallCasebook()
            .replacing("[hello-work, employer]", with: "[hello-work, employer, helo-work]", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-term-file", "casebook.yml:24:35",
                    ja: "「helo-work」のファイル「organizations/helo-work.md」がありません",
                    en: "The file “organizations/helo-work.md” for “helo-work” is missing",
                    suggestions: ["hello-work"])
            ])
    }
}
