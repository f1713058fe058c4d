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

    /// Insertions, deletions, replacements and swaps of neighbours count one each; a third of the longer word may differ.
    @Test(arguments: [
        ("abcdef", "abcdef", true), ("abcdef", "abcdxy", true), ("abcdef", "abcxyz", false), ("abcdef", "badcfe", false),
        ("abcdef", "bacdfe", true), ("abcdefgh", "cdefgh", true), ("abcdef", "xabcdefy", true), ("abcd", "dcba", false),
        ("就労", "就労支援", true), ("a", "ab", false), ("ab", "a", false), ("abc", "ab", true), ("abcdefghi", "xbcdyfghz", true),
        ("abcdefghi", "xbcdyfgzw", false), ("か\u{3099}ある", "がある", true),
    ])
    func similarWords(word: String, candidate: String, isSimilar: Bool) {
        #expect(nearest(to: word, among: [candidate]) == (isSimilar ? [candidate] : []))
        #expect(nearest(to: candidate, among: [word]) == (isSimilar ? [word] : []))
    }

    /// The distance that is computed within a band is that of the whole table.
    @Test func theNearestWordIsThatOfACompleteComparison() {
        var state: UInt64 = 7
        func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let letters = Array("あいうab")
        func word() -> String { String((0..<next(below: 14)).map { _ in letters[next(below: letters.count)] }) }
        for _ in 0..<4_000 {
            let (word, other) = (word(), word())
            guard !word.isEmpty else { continue }
            let (left, right) = (Array(word), Array(other))
            let isSimilar =
                Self.distance(left, right) * 3 <= max(left.count, right.count)
                || min(left.count, right.count) >= 2 && (word.contains(other) || other.contains(word))
            #expect(nearest(to: word, among: [other]) == (isSimilar ? [other] : []), "\(word) \(other)")
        }
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var table = [[Int]](repeating: Array(0...right.count), count: left.count + 1)
        for row in 1..<left.count + 1 {
            table[row][0] = row
            for column in 0..<right.count {
                var best = table[row - 1][column] + (left[row - 1] == right[column] ? 0 : 1)
                best = min(best, table[row - 1][column + 1] + 1, table[row][column] + 1)
                if row > 1, column > 0, left[row - 1] == right[column - 1], left[row - 2] == right[column] {
                    best = min(best, table[row - 2][column - 1] + 1)
                }
                table[row][column + 1] = best
            }
        }
        return table[left.count][right.count]
    }

    /// A text of many characters is no name with a mistake in it, and comparing it with all names would take long.
    @Test func longTextsAreNotCompared() {
        let long = String(repeating: "あ", count: 20_000)
        #expect(nearest(to: long, among: [long, "あ", "ああ"]) == [])
        #expect(nearest(to: "ああ", among: [long, "あああ"]) == ["あああ"])
        let name = String(repeating: "題名", count: 100)
        #expect(nearest(to: name, among: [name.dropLast() + "目"]) == [name.dropLast() + "目"])
    }

    /// Words that differ in many places are not suggested, however long they are.
    @Test func theDistanceHasALimit() {
        let name = String((0..<150).map { Character(UnicodeScalar(0x4E00 + $0) ?? "?") })
        func changed(_ count: Int) -> String { String(repeating: "変", count: count) + name.dropFirst(count) }
        #expect(nearest(to: changed(16), among: [name]) == [name])
        #expect(nearest(to: changed(17), among: [name]) == [])
    }
}
