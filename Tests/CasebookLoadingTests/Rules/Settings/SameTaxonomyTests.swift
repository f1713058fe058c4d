import CasebookModel
import TestSupport
import Testing

@Suite struct SameTaxonomyTests {
    @Test func reports() {
        let problems = SmallCasebook()
            .replacing("secondary: organizations", with: "secondary: categories", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "same-taxonomy", "casebook.yml:10:12",
                    ja: "「primary」と「secondary」が同じ分類です。別の分類にしてください",
                    en: "“primary” and “secondary” are the same taxonomy: choose another")
            ])
    }

    @Test func reportsStages() {
        let problems = SmallCasebook()
            .replacing("secondary: organizations", with: "secondary: organizations\nstages: categories", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "same-taxonomy", "casebook.yml:11:9",
                    ja: "「primary」と「stages」が同じ分類です。別の分類にしてください",
                    en: "“primary” and “stages” are the same taxonomy: choose another")
            ])
    }
}
