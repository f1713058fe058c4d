import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateTermTests {
    @Test func byAnotherName() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人, family, 家族]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-term", "cases/c001.md:5:22",
                    ja: "関わる人「家族」が2回書かれています",
                    en: "“actors” names “家族” twice",
                    notes: ["cases/c001.md:5:14"])
            ])
    }
}
