import CasebookModel
import TestSupport
import Testing

@Suite struct ReservedFolderTests {
    @Test func reports() {
        let problems = SmallCasebook()
            .replacing("folder: actors", with: "folder: assets", in: "casebook.yml")
            .removing("actors/person.md")
            .removing("actors/family.md")
            .replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "reserved-folder", "casebook.yml:25:13",
                    ja: "「assets」はサイトがほかのことに使うので、分類の「folder」に使えません",
                    en: "“assets” cannot be a taxonomy's folder: the site reserves it")
            ])
    }
}
