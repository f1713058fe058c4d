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
                    ja: "項目「category」に書ける値は1つだけです",
                    en: "The key “category” takes one value only")
            ])
    }

    @Test func twoWithAComma() {
        let problems = SmallCasebook().replacing("就労情報提供", with: "就労情報提供、2", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "too-many-values", "cases/c001.md:3:11",
                    ja: "項目「category」に書ける値は1つだけです",
                    en: "The key “category” takes one value only")
            ])
    }
}
