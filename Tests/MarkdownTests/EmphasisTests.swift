import Testing

@Suite struct EmphasisTests {
    /// Each text, and the content of its paragraph.
    @Test(arguments: [
        ("**「就労」**支援", "<strong>「就労」</strong>支援"),
        ("支援**「就労」**と", "支援<strong>「就労」</strong>と"),
        ("これは**強調。**です", "これは<strong>強調。</strong>です"),
        ("*「a」*b", "<em>「a」</em>b"),
        ("a*「b」*", "a<em>「b」</em>"),
        ("**「就労」**支援**強み**です", "<strong>「就労」</strong>支援<strong>強み</strong>です"),
        ("***「就労」***支援", "<em><strong>「就労」</strong></em>支援"),
        ("**「*就労*」**支援", "<strong>「<em>就労</em>」</strong>支援"),
        ("*「**就労**」*支援", "<em>「<strong>就労</strong>」</em>支援"),
        ("**（注）**と**（例）**は", "<strong>（注）</strong>と<strong>（例）</strong>は"),
        ("**“強調”**です", "<strong>“強調”</strong>です"),
        ("これは**“強調”**です", "これは<strong>“強調”</strong>です"),
        ("**強調(例)**です", "<strong>強調(例)</strong>です"),
        ("**`就労`**支援", "<strong><code>就労</code></strong>支援"),
        ("**[就労](a.md)**支援", "<strong><a href=\"a.md\">就労</a></strong>支援"),
        ("[**「就労」**支援](a.md)", "<a href=\"a.md\"><strong>「就労」</strong>支援</a>"),
        ("**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"),
        ("**葛\u{E0100}。**飾", "<strong>葛\u{E0100}。</strong>飾"),
        ("飾\u{E0100}**「葛」**", "飾\u{E0100}<strong>「葛」</strong>"),
        ("**一行目。\n二行目。**です", "<strong>一行目。二行目。</strong>です"),
    ])
    func nextToJapanesePunctuation(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
        #expect(problems(text) == [])
    }

    @Test(arguments: [
        ("\\*\\*「就労」\\*\\*支援", "**「就労」**支援"),
        ("&#42;&#42;「就労」&#42;&#42;支援", "**「就労」**支援"),
        ("`**「就労」**`支援", "<code>**「就労」**</code>支援"),
        ("** 「就労」 **支援", "** 「就労」 **支援"),
        ("**「就労」支援", "**「就労」支援"),
        ("__「就労」__支援", "__「就労」__支援"),
        ("[**「就労](a.md)」**支援", "<a href=\"a.md\">**「就労</a>」**支援"),
        ("**　就労　**支援", "**　就労　**支援"),
    ])
    func otherMarksStayText(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    /// Without CJK next to a run the rule is CommonMark's.
    @Test(arguments: [
        "**\"a\"**b", "a**\"b\"**c", "*(a)*b", "a*\"b\"*", "2*3*4", "a * b * c", "**a.**b", "_(a)_b", "ä**«b»**c",
    ])
    func textsWithoutCJKFollowCommonMark(_ text: String) {
        #expect(asCommonMark(Array(text.utf8)) == libcmark(Array(text.utf8)))
        #expect(asCommonMark(Array(text.utf8)).contains("<strong>") == false || text == "**a.**b")
    }

    /// A Japanese word elsewhere in the leaf does not affect runs between other characters.
    @Test func onlyNeighboursCount() {
        #expect(html("日本語 **\"a\"**b") == "<p>日本語 **&quot;a&quot;**b</p>\n")
    }
}
