import Testing

@Suite struct RawHTMLTests {
    @Test(arguments: [
        ("a <b>b</b> c", "<p>a b c</p>\n", ["1:3-1:6 raw-html"]),
        ("a</b> c", "<p>a c</p>\n", ["1:2-1:6 raw-html"]),
        ("<script>alert(1)</script> a", "<p>a</p>\n", ["1:1-1:28 raw-html"]),
        ("a <script>alert(1)</script>", "<p>a alert(1)</p>\n", ["1:3-1:11 raw-html"]),
        ("一<br>二\n三<BR />四", "<p>一<br>二三<br>四</p>\n", ["1:2-1:6 raw-html", "2:2-2:8 raw-html"]),
        ("一<!-- 注 -->二", "<p>一二</p>\n", []),
        ("<!-- 注\n\n注 -->\n\n二", "<p>二</p>\n", []),
        ("<div class=\"x\">\n就労\n支援 & <b>x</b>\n</div>\n\n後", "<p>就労\n支援 &amp; x</p>\n<p>後</p>\n", ["1:1-1:16 raw-html"]),
        ("<style>\np { color: red }\n</style>\n", "", ["1:1-1:8 raw-html"]),
        ("- <div>\n  字\n", "<ul>\n<li>\n<p>字</p>\n</li>\n</ul>\n", ["1:3-1:8 raw-html"]),
        ("<!-- 閉じない\n\n続き", "", ["1:1-1:10 unclosed-comment"]),
        ("<?php x ?>\n", "", ["1:1-1:11 raw-html"]),
        ("<a href=\"x>y\">字</a>", "<p>字</p>\n", ["1:1-1:15 raw-html"]),
        ("> <img src=x onerror=alert(1)>", "<blockquote>\n</blockquote>\n", ["1:3-1:31 raw-html"]),
        ("`<b>` \\<b> &lt;b&gt;", "<p><code>&lt;b&gt;</code> &lt;b&gt; &lt;b&gt;</p>\n", []),
        ("    <b>\n", "<pre><code>&lt;b&gt;\n</code></pre>\n", []),
    ])
    func tagsAreRemovedAndWordsStay(_ text: String, _ expected: String, _ reported: [String]) {
        #expect(html(text) == expected)
        #expect(problems(text) == reported)
    }

    @Test func wordsOfABlockAreText() {
        #expect(
            html("<div>\n<<script>script>alert(1)\n</div>") == "<p>&lt;script&gt;alert(1)</p>\n"
                || !html("<div>\n<<script>script>alert(1)\n</div>").contains("<script"))
    }
}
