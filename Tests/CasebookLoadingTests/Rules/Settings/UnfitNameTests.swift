import CasebookModel
import TestSupport
import Testing

@Suite struct UnfitNameTests {
    @Test func keysAndIds() {
        let problems = SmallCasebook()
            .replacing("folder: actors", with: "folder: Actors", in: "casebook.yml")
            .replacing("key: actors", with: "key: 人", in: "casebook.yml")
            .replacing("id: effect", with: "id: 3effect", in: "casebook.yml")
            .removing("actors/person.md")
            .removing("actors/family.md")
            .replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unfit-name", "casebook.yml:25:13",
                    ja: "「folder」の「Actors」は使えません。半角の小文字の英字で始め、英数字と区切りの記号だけにしてください",
                    en: "“Actors” cannot be a “folder”: start with a lower-case ASCII letter, then "
                        + "use letters, digits and separators only"),
                ReportedProblem(
                    "unfit-name", "casebook.yml:26:10",
                    ja: "「key」の「人」は使えません。半角の小文字の英字で始め、英数字と区切りの記号だけにしてください",
                    en: "“人” cannot be a “key”: start with a lower-case ASCII letter, then use letters, "
                        + "digits and separators only"),
                ReportedProblem(
                    "unfit-name", "casebook.yml:33:11",
                    ja: "「id」の「3effect」は使えません。半角の小文字の英字で始め、英数字と区切りの記号だけにしてください",
                    en: "“3effect” cannot be a “id”: start with a lower-case ASCII letter, then use letters, "
                        + "digits and separators only"),
            ])
    }
}
