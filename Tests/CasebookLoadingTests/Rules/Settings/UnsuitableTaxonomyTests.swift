import CasebookModel
import TestSupport
import Testing

@Suite struct UnsuitableTaxonomyTests {
    @Test func notesTheTaxonomy() {
        let problems = SmallCasebook()
            .replacing("secondary: organizations", with: "secondary: actors", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unsuitable-taxonomy", "casebook.yml:10:12",
                    ja: "「secondary」に「actors」は使えません。必須で1つだけ選ぶ分類（required: true、multiple: false）にしてください",
                    en: "“actors” cannot be “secondary”: it takes a taxonomy with “required: true” and “multiple: false”",
                    notes: ["casebook.yml:25:13"])
            ])
    }
}
