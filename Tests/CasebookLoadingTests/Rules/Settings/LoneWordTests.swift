@testable import CasebookModel
import TestSupport
import Testing

@Suite struct LoneWordTests {
    private func told(_ groups: String) -> [Told] {
        MiniCollection().replacing("taxonomies:\n", with: "search:\n\(groups)taxonomies:\n", in: "casebook.yml").told()
    }

    @Test(arguments: ["[RPA]", "[RPA, ＲＰＡ]", "[RPA, RPA]"])
    func warns(words: String) {
        #expect(
            told("  related:\n    - words: \(words)\n") == [
                Told(
                    "lone-word", "casebook.yml:15:15",
                    ja: "この組には言葉が「RPA」しかありません。同じ意味や近い意味の言葉を加えるか、この組を取り除いてください",
                    en:
                        "“RPA” is the only word of its group: add a word that means the same or nearly the same, or remove the group"
                )
            ])
    }

    @Test func acceptsGroupsOfTwo() {
        #expect(told("  synonyms:\n    - words: [RPA, 自動化]\n") == [])
    }
}
