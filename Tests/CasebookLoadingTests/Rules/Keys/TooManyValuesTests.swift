import CasebookModel
import TestSupport
import Testing

@Suite struct TooManyValuesTests {
    @Test func twoCategories() {
        let problems = SmallCasebook().replacing("就労情報提供", with: "[就労情報提供, 2]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "too-many-values", "cases/c001.md:3:11",
                    ja: "「分野」（category）に書けるのは1つだけです。どれか1つにしてください",
                    en: "The key “category” takes one value only: keep one", suggestions: ["就労情報提供", "2"])
            ])
    }

    @Test func twoWithAComma() {
        let problems = SmallCasebook().replacing("就労情報提供", with: "就労情報提供、2", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "too-many-values", "cases/c001.md:3:11",
                    ja: "「分野」（category）に書けるのは1つだけです。どれか1つにしてください",
                    en: "The key “category” takes one value only: keep one", suggestions: ["就労情報提供", "2"])
            ])
    }
}
