@testable import Basics
import Testing

@Suite struct ReadingKeyTests {
    /// Each list is in order; it is put in order from its reverse.
    @Test(arguments: [
        ["あい", "あき", "あお", "いえ"].sorted(),
        // Voiced and half-voiced letters stand behind unvoiced ones only where all letters are the same.
        ["はり", "ばり", "ぱり", "はりい", "はる"],
        ["かき", "がき", "かぎ", "がぎ"].sorted { ReadingKey($0) < ReadingKey($1) },
        // A long vowel mark is the vowel, and stands before it.
        ["かー", "かあ", "カーテン", "かえ"],
        ["えーがた", "ええがた"], ["こーす", "こおす", "こおる"], ["しーと", "しいと", "しいな"], ["すーつ", "すうつ"],
        // Small letters are full-sized ones, and stand before them.
        ["きゃく", "きやく", "きゃくま"], ["はつか", "はっき"], ["しょうがくぶ", "しょうがつ"],
        // An iteration mark is the letter before it, and stands before that.
        ["こゝろ", "こころ"], ["みすゞ", "みすず"], ["イスヾ", "いすず"],
        // Hiragana before katakana, and that last of all.
        ["ばす", "バス", "はすい"], ["ヴ", "うえ"],
        // Signs and blanks count for nothing; digits and letters come before kana.
        ["A", "あ"], ["けーす", "ケース・わーかー", "けーすん"],
        ["じょぶこーち", "しょむ"], ["ん", "んあ"],
    ])
    func readingsInOrder(readings: [String]) {
        #expect(readings.reversed().sorted { ReadingKey($0) < ReadingKey($1) } == readings)
    }

    @Test func widthsAndWaysOfWritingAreOne() {
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
    func rows(reading: String, row: KanaRow) {
        #expect(ReadingKey(reading).row == row)
    }

    @Test func thingsAreDividedByRows() {
        let rows = KanaRow.divide(["はる", "かぎ", "A", "がき", "ばら"]) { $0 }
        #expect(rows.map(\.row) == [.ka, .ha, nil])
        #expect(rows.map(\.elements) == [["かぎ", "がき"], ["ばら", "はる"], ["A"]])
        #expect(KanaRow.divide([String]()) { $0 }.isEmpty)
    }
}
