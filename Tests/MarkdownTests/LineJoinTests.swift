import Testing

@Suite struct LineJoinTests {
    @Test(arguments: [
        ("就労\n支援", "就労支援"),
        ("就労、\n支援", "就労、支援"),
        ("就労\n「支援」", "就労「支援」"),
        ("ｶﾅ\nカナ", "ｶﾅカナ"),
        ("Ａ\n型", "Ａ型"),
        ("就労…\n支援", "就労…支援"),
        ("就労\n①支援", "就労①支援"),
        ("葛\u{E0100}\n飾", "葛\u{E0100}飾"),
        ("か\u{3099}\nき", "か\u{3099}き"),
        ("**就労**\n*支援*", "<strong>就労</strong><em>支援</em>"),
        ("**就労\n支援**", "<strong>就労支援</strong>"),
        ("[就労](a.md)\n支援", "<a href=\"a.md\">就労</a>支援"),
        ("`就労`\n支援", "<code>就労</code>支援"),
        ("就労\n{支援|しえん}", "就労<ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby>"),
        ("就労\n\\*支援", "就労\n*支援"),
        ("就労   \n   支援", "就労<br>\n支援"),
        ("就労\\\n支援", "就労<br>\n支援"),
        ("就労\nABC", "就労\nABC"),
        ("ABC\n就労", "ABC\n就労"),
        ("한국\n어", "한국\n어"),
        ("就労\n한국", "就労\n한국"),
        ("…\n…", "…\n…"),
        ("a\nb", "a\nb"),
        ("就労<!-- 注 -->\n支援", "就労支援"),
        ("一\n二\n三\nd\n五", "一二三\nd\n五"),
    ])
    func betweenLines(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test func joinsInQuotesListsAndHeadings() {
        #expect(html("> 就労\n> 支援") == "<blockquote>\n<p>就労支援</p>\n</blockquote>\n")
        #expect(html("- 就労\n  支援") == "<ul>\n<li>就労支援</li>\n</ul>\n")
        #expect(html("就労\n支援\n---") == "<h2 id=\"就労支援\">就労支援</h2>\n")
        #expect(parse("就労\n支援\nabc\n").document.plainText() == "就労支援 abc")
    }
}
