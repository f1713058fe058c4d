import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownPageTests {
    @Test func theNearest() {
        let problems = SmallCasebook().replacing("[about, call]", with: "[about, coll]", in: "casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-page", "casebook.yml:12:17",
                    ja: "「footer」の「coll」というページは「pages/」にありません",
                    en: "“footer” names the page “coll”, which is not in “pages/”",
                    suggestions: ["call"])
            ])
    }
}
