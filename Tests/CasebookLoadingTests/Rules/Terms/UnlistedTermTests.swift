import CasebookModel
import TestSupport
import Testing

@Suite struct UnlistedTermTests {
    @Test func notesTheTaxonomy() {
        let problems = SmallCasebook().adding("organizations/school.md", "---\nlabel: 学校\n---\n").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unlisted-term", "organizations/school.md",
                    ja: "「school」がcasebook.ymlの「organizations」の並びにありません。並びに加えてください",
                    en: "“school” is not in the list of “organizations” in casebook.yml: add it there",
                    notes: ["casebook.yml:19:13"])
            ])
    }
}
