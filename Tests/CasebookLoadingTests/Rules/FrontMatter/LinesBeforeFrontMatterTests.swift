import CasebookModel
import TestSupport
import Testing

@Suite struct LinesBeforeFrontMatterTests {
    @Test func anEmptyLineFirst() {
        let problems = SmallCasebook().replacing("---\ntitle", with: "\n---\ntitle", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "lines-before-front-matter", "cases/c001.md:1:1",
                    ja: "最初の「---」の上に空の行があります。1行目を「---」にしてください",
                    en: "There are empty lines before the first “---”: make “---” the first line",
                    fix: "1:1-2:1 → ")
            ])
    }
}
