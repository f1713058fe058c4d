import CasebookModel
import TestSupport
import Testing

@Suite struct UnclosedFrontMatterTests {
    @Test func endsAtTheFirstHeading() {
        let problems = SmallCasebook().replacing("家族]\n---\n", with: "家族]\n", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unclosed-front-matter", "cases/c001.md:7:1",
                    ja: "項目の最後（7行目の前）に「---」だけの行を入れてください",
                    en: "Add a line with only “---” at the end of the front matter, before line 7",
                    fix: "7:1-7:1 → ---\n", notes: ["cases/c001.md:1:1"])
            ])
    }

    @Test func endsAtTheEndOfTheFile() {
        let problems = SmallCasebook().adding("pages/about.md", "---\ntitle: あ").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unclosed-front-matter", "pages/about.md:2:9",
                    ja: "項目の最後（3行目の前）に「---」だけの行を入れてください",
                    en: "Add a line with only “---” at the end of the front matter, before line 3",
                    fix: "2:9-2:9 → \n---\n", notes: ["pages/about.md:1:1"])
            ])
    }
}
