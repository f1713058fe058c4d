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
        ("「話」\n続き\nabc\ndef", "「話」続き\u{3000}abc\u{3000}def"), ("終わり！\n\n次", "終わり！次"),
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
                    let expected = lines.inOneLine.excerpt(length: length)
                    let excerpt = Array(lines.utf8).excerptInOneLine(length: length)
                    #expect(Array(excerpt.utf8) == Array(expected.utf8), "\(lines.debugDescription), \(length)")
                }
            }
        }
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
