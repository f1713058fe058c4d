import CasebookModel
import TestSupport
import Testing

@Suite struct RepeatedTermTests {
    @Test func notesTheFirst() {
        let problems = SmallCasebook()
            .replacing("[hello-work, employer]", with: "[hello-work, employer, hello-work]", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "repeated-term", "casebook.yml:24:35",
                    ja: "「hello-work」が並びに2回あります。1つにしてください",
                    en: "“hello-work” is listed twice: keep one",
                    notes: ["casebook.yml:24:13"])
            ])
    }
}
