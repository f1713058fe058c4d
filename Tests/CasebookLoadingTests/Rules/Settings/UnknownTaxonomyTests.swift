import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownTaxonomyTests {
    @Test func theKeyForTheFolder() {
        let problems = SmallCasebook()
            .replacing("primary: categories", with: "primary: category", in: "casebook.yml")
            .replacing("secondary: organizations", with: "secondary: organisations", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-taxonomy", "casebook.yml:9:10",
                    ja: "「primary」の「category」という分類はありません",
                    en: "“primary” names the unknown taxonomy “category”",
                    suggestions: ["categories"], fix: "9:10-9:18 → categories"),
                ReportedProblem(
                    "unknown-taxonomy", "casebook.yml:10:12",
                    ja: "「secondary」の「organisations」という分類はありません",
                    en: "“secondary” names the unknown taxonomy “organisations”",
                    suggestions: ["organizations"]),
            ])
    }
}
