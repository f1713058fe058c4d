import CasebookModel
import TestSupport
import Testing

@Suite struct PageNumberIDTests {
    @Test func besideAnotherTerm() {
        let problems = SmallCasebook()
            .adding("actors/family-2.md", "---\nlabel: 親族\nyomi: し\n---\n")
            .adding("actors/group-2.md", "---\nlabel: 団体\nyomi: だ\n---\n")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "page-number-id", "actors/family-2.md",
                    ja: "ファイル名「family-2」は「family」の2ページ目以降と紛れます。別の名前にしてください",
                    en: "The file name “family-2” would be taken for a further page of “family”: choose another",
                    notes: ["actors/family.md"])
            ])
    }
}
