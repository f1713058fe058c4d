import CasebookModel
import TestSupport
import Testing

@Suite struct LinkToDraftTests {
    @Test func notesTheStatus() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "[あ](c002.md)", in: "cases/c001.md")
            .replacing("title: 二", with: "status: draft\ntitle: 二", in: "cases/c002.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "link-to-draft", "cases/c001.md:14:5",
                    ja: "リンク先の事例「c002」は下書きで、公開されません",
                    en: "The link leads to the case “c002”, a draft that is not published",
                    notes: ["cases/c002.md:2:9"])
            ])
    }

    @Test func inPreviewsTheDraftIsThere() {
        let problems = SmallCasebook()
            .replacing("工夫しました。", with: "[あ](c002.md)", in: "cases/c001.md")
            .replacing("title: 二", with: "status: draft\ntitle: 二", in: "cases/c002.md")
            .problems(includingDrafts: true)
        #expect(problems == [])
    }
}
