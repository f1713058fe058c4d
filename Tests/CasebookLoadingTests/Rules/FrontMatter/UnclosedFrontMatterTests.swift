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
                    ja: "先頭の項目の終わりを示す「---」の行がありません",
                    en: "No line “---” ends the front matter",
                    fix: "7:1-7:1 → ---\n", notes: ["cases/c001.md:1:1"])
            ])
    }

    @Test func endsAtTheEndOfTheFile() {
        let problems = SmallCasebook().adding("pages/about.md", "---\ntitle: あ").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unclosed-front-matter", "pages/about.md:2:9",
                    ja: "先頭の項目の終わりを示す「---」の行がありません",
                    en: "No line “---” ends the front matter",
                    fix: "2:9-2:9 → \n---\n", notes: ["pages/about.md:1:1"])
            ])
    }
}
