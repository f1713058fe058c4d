import CasebookModel
import TestSupport
import Testing

@Suite struct MissingSpaceTests {
    @Test func noSpace() {
        let problems = SmallCasebook().replacing("title: 一", with: "title:一", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-space", "cases/c001.md:2:6",
                    ja: "「title:」の後に半角の空白がありません",
                    en: "The space after “title:” is missing",
                    fix: "2:6-2:7 → : ")
            ])
    }
}
