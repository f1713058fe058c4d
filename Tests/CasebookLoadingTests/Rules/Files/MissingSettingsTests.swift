import CasebookModel
import TestSupport
import Testing

@Suite struct MissingSettingsTests {
    @Test func reports() {
        let problems = SmallCasebook().removing("casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-casebook-yml", "casebook.yml",
                    ja: "設定ファイル「content/casebook.yml」がありません",
                    en: "The settings file “content/casebook.yml” is missing")
            ])
    }
}
