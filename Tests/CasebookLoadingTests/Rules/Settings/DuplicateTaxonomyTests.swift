import CasebookModel
import TestSupport
import Testing

@Suite struct DuplicateTaxonomyTests {
    @Test func folderAndKey() {
        let problems = SmallCasebook()
            .replacing(
                "folder: actors\n    key: actors",
                with: "folder: organizations\n    key: organization", in: "casebook.yml"
            )
            .removing("actors/person.md")
            .removing("actors/family.md")
            .replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "duplicate-taxonomy", "casebook.yml:25:13",
                    ja: "「folder」の「organizations」は別の分類と同じです",
                    en: "Another taxonomy has the folder “organizations”",
                    notes: ["casebook.yml:19:13"]),
                ReportedProblem(
                    "duplicate-taxonomy", "casebook.yml:26:10",
                    ja: "「key」の「organization」は別の分類と同じです",
                    en: "Another taxonomy has the key “organization”",
                    notes: ["casebook.yml:20:10"]),
            ])
    }
}
