import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateTermNameTests {
    @Test func aLabelThatIsAnAlias() {
        let problems = SmallCasebook().replacing("企業", with: "職\u{3000}安", in: "organizations/employer.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-term-name", "organizations/employer.md:2:8",
                    ja: "「職\u{3000}安」は別の語の名前としても使われています。どちらかを変えてください",
                    en: "“職\u{3000}安” is also the name of another term: change one of them",
                    notes: ["organizations/hello-work.md:3:11"])
            ])
    }
}
