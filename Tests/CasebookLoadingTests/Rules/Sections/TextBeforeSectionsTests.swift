import CasebookModel
import TestSupport
import Testing

@Suite struct TextBeforeSectionsTests {
    @Test func reportsTheFirstLine() {
        let problems = SmallCasebook().replacing("## 必要性", with: "はじめに。\n\n## 必要性", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "text-before-sections", "cases/c001.md:8:1",
                    ja: "最初の見出しより前に文があります。「## 必要性・きっかけ」の下に書いてください",
                    en: "There is text before the first heading: move it under “## 必要性・きっかけ”")
            ])
    }
}
