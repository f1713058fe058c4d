import Basics
import Testing

@Suite struct ReadingKeyTests {
    /// Each list is in order. The test sorts its reverse.
    @Test(arguments: [
        ["あい", "あき", "あお", "いえ"].sorted(),
        // Voiced and half-voiced letters follow unvoiced ones only if all letters are equal.
        ["はり", "ばり", "ぱり", "はりい", "はる"],
        ["かき", "がき", "かぎ", "がぎ"].sorted { ReadingKey($0) < ReadingKey($1) },
        // A long vowel mark sorts as the vowel that it lengthens, and precedes it.
        ["かー", "かあ", "カーテン", "かえ"],
        ["えーがた", "ええがた"], ["こーす", "こおす", "こおる"], ["しーと", "しいと", "しいな"], ["すーつ", "すうつ"],
        // Small letters sort as full-sized ones, and precede them.
        ["きゃく", "きやく", "きゃくま"], ["はつか", "はっき"], ["しょうがくぶ", "しょうがつ"],
        // An iteration mark sorts as the letter that it repeats, and precedes it.
        ["こゝろ", "こころ"], ["みすゞ", "みすず"], ["イスヾ", "いすず"],
        // Hiragana precede katakana, as the last step of the comparison.
        ["ばす", "バス", "はすい"], ["ヴ", "うえ"],
        // Symbols and white space are ignored. Digits and letters precede kana.
        ["A", "あ"], ["けーす", "ケース・わーかー", "けーすん"],
        ["じょぶこーち", "しょむ"], ["ん", "んあ"],
    ])
    func readingsInOrder(readings: [String]) {
        #expect(readings.reversed().sorted { ReadingKey($0) < ReadingKey($1) } == readings)
    }

    @Test func widthAndCompositionMakeNoDifference() {
        #expect(ReadingKey("ﾊﾛｰﾜｰｸ") == ReadingKey("ハローワーク"))
        #expect(ReadingKey("か\u{3099}") == ReadingKey("が"))
        #expect(ReadingKey("ケース ワーク") == ReadingKey("ケース・ワーク"))
        #expect(ReadingKey("は") != ReadingKey("ば"))
    }

    @Test(arguments: [
        ("あい", KanaRow.a), ("ヴ", .a), ("がん", .ka), ("ゕ", .ka), ("ざ", .sa), ("っ", .ta), ("づ", .ta), ("ん", .wa), ("を", .wa),
        ("ぱ", .ha),
        ("も", .ma), ("ゃ", .ya), ("る", .ra), ("の", .na),
    ])
    func readingsHaveTheRowOfTheirFirstLetter(reading: String, row: KanaRow) {
        #expect(ReadingKey(reading).row == row)
    }

    @Test func elementsAreGroupedByRow() {
        let rows = KanaRow.divide(["はる", "かぎ", "A", "がき", "ばら"]) { $0 }
        #expect(rows.map(\.row) == [.ka, .ha, nil])
        #expect(rows.map(\.elements) == [["かぎ", "がき"], ["ばら", "はる"], ["A"]])
        #expect(KanaRow.divide([String]()) { $0 }.isEmpty)
    }
}
