import Diagnostics
import Testing

@Suite struct DidYouMeanTests {
    private let labels = ["個性・強み・興味の把握", "就労情報提供", "就労継続支援A型事業所", "ハローワーク", "title", "category"]

    @Test(arguments: [
        ("個性・強み・興味の把捏", "個性・強み・興味の把握"), ("ﾊﾛｰﾜｰｸ", "ハローワーク"), ("titel", "title"), ("Category", "category"),
        ("Ａ型事業所", "就労継続支援A型事業所"),
    ])
    func theMostSimilarComesFirst(word: String, expected: String) {
        #expect(nearest(to: word, among: labels).first == expected)
    }

    @Test func nothingIsSuggestedForAnUnrelatedWord() {
        #expect(nearest(to: "天気予報", among: labels) == [])
        #expect(nearest(to: "", among: labels) == [])
    }

    @Test func atMostThreeAreSuggestedInAFixedOrder() {
        #expect(nearest(to: "aa", among: ["ad", "ac", "ab", "ae", "aaa"]) == ["aaa"])
        #expect(nearest(to: "aaaa", among: ["aaad", "aaac", "aaab", "aaae"]) == ["aaab", "aaac", "aaad"])
    }
}
