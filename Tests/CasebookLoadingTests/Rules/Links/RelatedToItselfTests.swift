import CasebookModel
import TestSupport
import Testing

@Suite struct RelatedToItselfTests {
    @Test func reports() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nrelated: c001", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "related-to-itself", "cases/c001.md:3:10",
                    ja: "関連する事例に、この事例自身が書かれています",
                    en: "The case names itself as related")
            ])
    }
}
