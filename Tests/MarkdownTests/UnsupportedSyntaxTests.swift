import Testing

@Suite struct UnsupportedSyntaxTests {
    /// Each text, the ranges reported, and the page.
    @Test(arguments: [
        ("注[^1]。", ["1:2-1:6"], "<p>注[^1]。</p>\n"),
        ("注[^注]。\n\n[^注]: 厚生労働省。", ["1:2-1:6", "3:1-3:5"], "<p>注[^注]。</p>\n<p>[^注]: 厚生労働省。</p>\n"),
        (
            "[^1]: https\n\n> [^1]: x.md 'y'", ["1:1-1:5", "3:3-3:7"],
            "<p>[^1]: https</p>\n<blockquote>\n<p>[^1]: x.md 'y'</p>\n</blockquote>\n"
        ),
        ("式$x^2$と", ["1:2-1:7"], "<p>式$x^2$と</p>\n"),
        ("式$a*b*c_1$と", ["1:2-1:11"], "<p>式$a*b*c_1$と</p>\n"),
        ("式$n$", ["1:2-1:5"], "<p>式$n$</p>\n"),
        ("$$\n\\frac{a}{b}\\\\\n*x*\n$$", ["1:1-4:3"], "<p>$$\n\\frac{a}{b}\\\\\n*x*\n$$</p>\n"),
        (
            "- [ ] 一\n- [x] 二\n- [X]", ["1:3-1:6", "2:3-2:6", "3:3-3:6"],
            "<ul>\n<li>[ ] 一</li>\n<li>[x] 二</li>\n<li>[X]</li>\n</ul>\n"
        ),
        ("一~~二*三*~~四", ["1:2-1:10"], "<p>一~~二<em>三</em>~~四</p>\n"),
        ("語\n: 説明", ["2:1-2:2"], "<p>語\n: 説明</p>\n"),
        ("> [!NOTE]\n> 注", ["1:3-1:10"], "<blockquote>\n<p>[!NOTE]\n注</p>\n</blockquote>\n"),
        ("見る: https://e.example/a?b=c。", ["1:5-1:28"], "<p>見る: https://e.example/a?b=c。</p>\n"),
        ("（http://e.example/）", ["1:2-1:19"], "<p>（http://e.example/）</p>\n"),
    ])
    func isReportedAndStaysText(_ text: String, _ ranges: [String], _ expected: String) {
        #expect(problems(text) == ranges.map { $0 + " unsupported-markdown" })
        #expect(html(text) == expected)
    }

    @Test(arguments: [
        "$5と$10", "$5 and $10", "US$100/CA$200", "$HOME と $PATH", "$$$", "\\$x^2$", "`$x^2$`", "＄x＄", "$ x $", "$1,000〜$2,000",
        "~~", "~~ 一 ~~", "\\~~一~~", "`~~一~~`", "~一~", "a~~~b~~~c",
        "[ ] 一", "- \\[ ] 一", "- [ ](a.md)一".replacing("[ ]", with: "[字]"), "一 [x] 二",
        "\\[^1]", "`[^1]`", "[^ 1]", "[^]", "配列[^", "[^1](a.md)",
        "10:30", "語\n：説明", "語\n:説明", ": 説明", "<https://e.example>", "[https://e.example](https://e.example)",
        "`https://e.example`", "https://", "xhttp://e", "> [NOTE]",
    ])
    func similarTextsAreNotReported(_ text: String) {
        #expect(problems(text) == [])
    }

    @Test func footnotesKeepTheirTextEverywhere() {
        let text = "`[^1]: a`\n\n    [^2]: b\n\n```\n[^3]: c\n```\n"
        #expect(
            html(text) == "<p><code>[^1]: a</code></p>\n<pre><code>[^2]: b\n</code></pre>\n<pre><code>[^3]: c\n</code></pre>\n")
        #expect(problems(text) == [])
    }
}
