import Site
import Testing

@Suite struct ExcerptTests {
    @Test(arguments: [
        ("", ""), ("就労", "就労"), ("就労支援", "就労支援"), ("就労支援の", "就労支援…"), ("一二\n三四", "一二\n三…"), ("ab&<>", "ab&<…"),
        // A combining character belongs to the fourth character.
        ("就労支か\u{3099}", "就労支か\u{3099}"), ("就労支か\u{3099}行", "就労支か\u{3099}…"), ("abc\r\nd", "abc\r\n…"),
        ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧…"),
    ])
    func anExcerptHasFourCharacters(text: String, expected: String) {
        #expect(text.excerpt(length: 4) == expected)
    }

    @Test(arguments: [
        ("", ""), ("一文。", "一文。"), ("一文。\n二文。", "一文。二文。"), ("項目\n項目", "項目\u{3000}項目"),
        ("「話」\n続き\nabc\ndef", "「話」続き\u{3000}abc def"), ("One.\nTwo\n\nthree", "One. Two three"), ("Excel\n表", "Excel\u{3000}表"),
        ("naïve\nÉcole", "naïve École"), ("終わり！\n\n次", "終わり！次"),
    ])
    func blocksAreJoinedIntoOneLine(text: String, expected: String) {
        #expect(text.inOneLine == expected)
    }

    @Test func bytesGiveTheSameExcerptsAsStrings() {
        let texts = TrickyText.texts(4000)
        let ends = ["。", "、", "」", "』", "）", "！", "？", "a", "か\u{3099}", "👨‍👩‍👧"]
        for (number, text) in texts.enumerated() {
            let next = texts[(number + 1) % texts.count]
            for lines in [text, "\(text)\n\(next)", "本文\(ends[number % ends.count])\n次\(text)\n\n\(next)"] {
                for length in [0, 1, 3, 7, 90] {
                    let expected = lines.inOneLine.excerptOfPhrases(length: length)
                    let excerpt = Array(lines.utf8).excerptInOneLine(length: length)
                    #expect(Array(excerpt.utf8) == Array(expected.utf8), "\(lines.debugDescription), \(length)")
                }
            }
        }
    }

    @Test(arguments: [
        // After a comma, which is left out, and after the end of a sentence, which is not.
        ("本人の希望を聞き、職場実習を行った", 10, "本人の希望を聞き…"), ("見学した。職場実習を行った", 8, "見学した。…"),
        // After a particle or the ending of a verb.
        ("企業の見学を行うようにした", 7, "企業の見学を…"), ("利用者が希望する職種を増やした", 10, "利用者が希望する…"),
        ("体調を踏まえて声かけをした", 8, "体調を踏まえて…"),
        // Neither in a run of kanji or katakana, nor where kana are a part of a word.
        ("就労移行支援事業所", 5, "就労移行支…"), ("ジョブコーチによる支援", 5, "ジョブコー…"), ("取り組みを続けた", 3, "取り組…"),
        ("本人の取り組み方を", 6, "本人の…"), ("企業で分かり難いこと", 6, "企業で…"), ("その職場での受け入れを", 9, "その職場での…"),
        // Not before a mark that ends something, and not before kana.
        ("「見える化」は職場で", 6, "「見える化」…"), ("（本人）、家族", 4, "（本人）…"), ("職場にいるとき", 4, "職場にい…"),
        // Between words, without a comma before the end.
        ("Rain from the roof", 12, "Rain from…"), ("Rain from the roof", 13, "Rain from the…"),
        ("Wet, dry, hot", 9, "Wet, dry…"), ("Rain from a café", 15, "Rain from a…"), ("Donaudampfschiff fahren", 7, "Donauda…"),
        ("雨水をtankに", 6, "雨水を…"),
        ("庭に rain barrel を置く", 9, "庭に rain…"),
        // Nothing is cut from a short text.
        ("就労支援の", 5, "就労支援の"), ("", 0, ""), ("就労", 0, "…"),
    ])
    func anExcerptEndsWithAPhrase(text: String, length: Int, expected: String) {
        #expect(Array(text.utf8).excerptInOneLine(length: length) == expected)
        #expect(text.excerptOfPhrases(length: length) == expected)
    }

    @Test func charactersAreGraphemeClusters() {
        for text in TrickyText.texts(4000) {
            for length in [1, 3, 7] {
                let expected = text.count > length ? text.prefix(length) + "…" : text
                #expect(Array(text.excerpt(length: length).utf8) == Array(expected.utf8), "\(text.debugDescription)")
            }
        }
    }
}
