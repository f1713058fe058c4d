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

    @Test func charactersAreGraphemeClusters() {
        for text in TrickyText.texts(4000) {
            for length in [1, 3, 7] {
                let expected = text.count > length ? text.prefix(length) + "…" : text
                #expect(Array(text.excerpt(length: length).utf8) == Array(expected.utf8), "\(text.debugDescription)")
            }
        }
    }
}
