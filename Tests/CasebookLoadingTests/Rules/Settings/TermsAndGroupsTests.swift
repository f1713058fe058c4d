import CasebookModel
import TestSupport
import Testing

@Suite struct TermsAndGroupsTests {
    @Test func notesTheOther() {
        let problems = SmallCasebook()
            .replacing(
                "    terms: [hello-work, employer]\n",
                with: "    terms: [hello-work, employer]\n    groups:\n      - label: 全部\n        terms: "
                    + "[hello-work, employer]\n", in: "casebook.yml"
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "terms-and-groups", "casebook.yml:25:5",
                    ja: "「terms」と「groups」の両方があります。どちらか1つにしてください",
                    en: "There are both “terms” and “groups”: keep one",
                    notes: ["casebook.yml:24:5"])
            ])
    }
}
