import CasebookModel
import TestSupport
import Testing

@Suite struct UnknownSectionTests {
    @Test func theNearestIsNotMissedToo() {
        let problems = SmallCasebook().replacing("## 取組・工夫の概要", with: "## 取組・工夫の概用", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unknown-section", "cases/c001.md:12:1",
                    ja: "見出し「取組・工夫の概用」は事例の見出しにありません",
                    en: "“取組・工夫の概用” is not a section heading of cases",
                    suggestions: ["取組・工夫の概要"])
            ])
    }
}
