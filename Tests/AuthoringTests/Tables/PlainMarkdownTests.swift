@testable import CasebookModel
@testable import Authoring
import Diagnostics
import HTML
import Markdown
import Testing

@Suite struct PlainMarkdownTests {
    @Test(arguments: [
        ("# 見出し", "<p># 見出し</p>"), ("- 一つ目", "<p>- 一つ目</p>"), ("+ 一つ目", "<p>+ 一つ目</p>"),
        ("* 一つ目", "<p>* 一つ目</p>"), ("1. 一つ目", "<p>1. 一つ目</p>"), ("12) 一つ目", "<p>12) 一つ目</p>"),
        ("---", "<p>---</p>"), ("***", "<p>***</p>"), ("___", "<p>___</p>"), ("> 引用", "<p>&gt; 引用</p>"),
        ("    四つの空白", "<p>四つの空白</p>"), ("```\na\n```", "<p>```<br>a<br>```</p>"), ("~~~", "<p>~~~</p>"),
        ("一行目\n===", "<p>一行目<br>===</p>"), ("一行目\n---", "<p>一行目<br>---</p>"),
        ("語\n: 説明", "<p>語<br>: 説明</p>"), ("| a | b |\n|---|---|", "<p>| a | b |<br>|---|---|</p>"),
        ("*強*_調_`式`", "<p>*強*_調_`式`</p>"), ("[a](b) ![c](d)", "<p>[a](b) ![c](d)</p>"),
        ("<b>太</b><!-- x", "<p>&lt;b&gt;太&lt;/b&gt;&lt;!-- x</p>"), ("&amp; &#12354;", "<p>&amp;amp; &amp;#12354;</p>"),
        ("{漢字|かんじ}", "<p>{漢字|かんじ}</p>"), ("$a$ ~~b~~ [^1]", "<p>$a$ ~~b~~ [^1]</p>"), ("a\\*b\\", "<p>a\\*b\\</p>"),
        ("[a]: b", "<p>[a]: b</p>"), ("一つ目\n\n\n二つ目", "<p>一つ目</p><p>二つ目</p>"),
        ("一行目\n二行目", "<p>一行目<br>二行目</p>"), ("　字下げ", "<p>　字下げ</p>"), ("・一つ目\n・二つ目", "<p>・一つ目<br>・二つ目</p>"),
    ])
    func whatIsTypedIsShown(text: String, html: String) {
        let (document, diagnostics) = parse(text)
        var buffer = HTMLBuffer()
        document.render(into: &buffer, options: RenderOptions())
        #expect(
            String(decoding: buffer.bytes.drop(while: { $0 == 0x0A }), as: UTF8.self).split(separator: "\n").joined() == html)
        #expect(diagnostics.map(\.id) == [])
    }

    @Test func addressesBecomeLinks() {
        #expect(PlainMarkdown.lines("例（https://a.jp/b_c?d=*e*）。") == ["例（<https://a.jp/b_c?d=*e>\\*）。"])
        #expect(PlainMarkdown.lines("xhttps://a.jp") == ["xhttps://a.jp"])
        #expect(PlainMarkdown.lines("https://") == ["https://"])
        #expect(
            parse("http://a.jp/__b__ と https://b.jp。").document.links.map(\.destination) == [
                "http://a.jp/__b__", "https://b.jp",
            ])
    }

    /// Any mixture of the signs that mean something comes out as it went in.
    @Test func anyText() {
        let signs =
            Array("#-+*_`~=>|[](){}<>!&;:.\\$^\"'1a あ　・「」\n\n/?@%").map(String.init) + [
                "---", "1.", "![", "&amp;", "{漢|か}", "~~", "``",
            ]
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<5_000 {
            let text = (0...next(14)).map { _ in signs[next(signs.count)] }.joined()
            let (document, diagnostics) = parse(text)
            #expect(
                document.plainText().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace }, "\(text.debugDescription)"
            )
            #expect(diagnostics.map(\.id) == [], "\(text.debugDescription)")
            #expect(document.headings == [] && document.links == [])
        }
    }

    @Test(arguments: [
        ("- 一つ目\n- 二つ目", ["- 一つ目", "- 二つ目"]),
        ("前の文\n- 一つ目\n\n- 二つ目\n後の文", ["前の文", "", "- 一つ目", "- 二つ目", "", "後の文"]),
        ("- # 見出し\n- - *強*", ["- \\# 見出し", "- \\- \\*強\\*"]),
        // These are no items.
        ("-5度\n- \n-\n−　記号\n・点", ["\\-5度\\", "\\-\\", "\\-\\", "−　記号\\", "・点"]),
        ("一行目\n二行目\n\n三行目", ["一行目\\", "二行目", "", "三行目"]),
    ])
    func listsWhereTheColumnHasThem(text: String, lines: [String]) {
        #expect(PlainMarkdown.lines(text, hasLists: true) == lines)
        let source = SourceText(path: "a.md", utf8: Array((lines.joined(separator: "\n") + "\n").utf8))
        #expect(MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).diagnostics.map(\.id) == [])
    }

    private func parse(_ text: String) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        let markdown = PlainMarkdown.lines(text).joined(separator: "\n") + "\n"
        let source = SourceText(path: "a.md", utf8: Array(markdown.utf8))
        return MarkdownDocument.parse(source, bytes: 0..<source.utf8.count)
    }
}
