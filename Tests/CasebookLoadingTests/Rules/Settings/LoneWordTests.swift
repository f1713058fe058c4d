import CasebookModel
import TestSupport
import Testing

@Suite struct LoneWordTests {
    private func problems(_ groups: String) -> [ReportedProblem] {
        SmallCasebook().replacing("taxonomies:\n", with: "search:\n\(groups)taxonomies:\n", in: "casebook.yml").problems()
    }

    @Test(arguments: ["[RPA]", "[RPA, ＲＰＡ]", "[RPA, RPA]"])
    func warns(words: String) {
        #expect(
            problems("  related:\n    - words: \(words)\n") == [
                ReportedProblem(
                    "lone-word", "casebook.yml:15:15",
                    ja: "この組には言葉が「RPA」しかありません。同じ意味や近い意味の言葉を加えるか、この組を取り除いてください",
                    en:
                        "“RPA” is the only word of its group: add a word that means the same or nearly the same, or remove the group"
                )
            ])
    }

    /// A single word may find others that do not find it.
    @Test func acceptsAWordThatIsSearchedWithOthers() {
        #expect(problems("  synonyms:\n    - words: [うつ病]\n      also: [精神障害]\n") == [])
    }

    @Test func acceptsGroupsOfTwo() {
        #expect(problems("  synonyms:\n    - words: [RPA, 自動化]\n") == [])
    }
}
