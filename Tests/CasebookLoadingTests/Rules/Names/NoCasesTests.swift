import CasebookModel
import TestSupport
import Testing

@Suite struct NoCasesTests {
    @Test func reports() {
        let problems = SmallCasebook().removing("cases/c001.md").removing("cases/c002.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "no-cases", "cases",
                    ja: "事例が1件もありません。「knowhow new」で作るか、「content/cases/」に事例のファイルを置いてください",
                    en: "There are no cases: create one by “knowhow new”, or add files of cases to “content/cases/”")
            ])
    }
}
