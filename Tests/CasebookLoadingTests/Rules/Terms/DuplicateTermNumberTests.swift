import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateTermNumberTests {
    @Test func reports() {
        let problems = SmallCasebook()
            .replacing("number: 2", with: "number: 1", in: "categories/strengths.md")
            .replacing("category: 2", with: "category: 1", in: "cases/c002.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-term-number", "categories/strengths.md:3:9",
                    ja: "番号1は別の語にも付いています。どちらかを変えてください",
                    en: "Another term also has the number 1: change one of them",
                    notes: ["categories/information.md:3:9"])
            ])
    }
}
