import CasebookModel
import TestSupport
import Testing

@Suite struct MissingSectionTests {
    @Test func atTheNextHeading() {
        let problems = SmallCasebook().replacing("## 必要性・きっかけ\n\n必要でした。\n\n", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-section", "cases/c001.md:8:1",
                    ja: "見出し「## 必要性・きっかけ」がありません",
                    en: "The heading “## 必要性・きっかけ” is missing")
            ])
    }

    @Test func atTheEnd() {
        let problems = SmallCasebook().replacing("\n## 取組・工夫の概要\n\n工夫しました。\n", with: "", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-section", "cases/c001.md:10:7",
                    ja: "見出し「## 取組・工夫の概要」がありません",
                    en: "The heading “## 取組・工夫の概要” is missing")
            ])
    }

    @Test func aWithdrawnCaseNeedsNone() {
        let problems = SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\nstatus: withdrawn", in: "cases/c001.md")
            .replacing("## 必要性・きっかけ\n\n必要でした。\n\n## 取組・工夫の概要\n\n工夫しました。\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(problems == [])
    }
}
