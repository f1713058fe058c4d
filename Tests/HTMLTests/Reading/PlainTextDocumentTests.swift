import HTML
import Testing

@Suite("HTML as plain text")
struct PlainTextDocumentTests {
    /// The text with line feeds alone, so that expectations are readable.
    private func text(_ html: String, address: (String) -> String? = { _ in nil }) -> String {
        var style = PlainTextDocument.Style()
        style.headings = ["", "見出し：", "小見出し："]
        style.bullet = "・"
        style.indent = "　"
        style.colon = "："
        style.comma = "、"
        style.quote = "引用："
        style.image = "画像："
        style.tableEnd = "（表の終わり）"
        style.brackets = ("（", "）")
        var html = html
        let bytes = html.withUTF8 { PlainTextDocument.bytes(of: $0, style: style, address: address) }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        return text.replacing("\r\n", with: "\n")
    }

    @Test("headings are lines between empty lines and say what they are")
    func headings() {
        #expect(
            text(
                "<html><head><title>T</title></head><body><h1>題</h1>\n<p>文。</p>\n"
                    + "<h2>節</h2><p>文。</p><h3>小</h3><h4>細</h4></body></html>")
                == "題\n\n文。\n\n見出し：節\n\n文。\n\n小見出し：小\n\n小見出し：細\n")
    }

    @Test("a paragraph is one line, and ruby is in brackets")
    func paragraphs() {
        #expect(
            text("<p>一\n二 <ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>の<strong>語</strong></p><p>A<br>B</p>")
                == "一 二 漢字（かんじ）の語\n\nA\nB\n")
    }

    @Test("lists have signs, numbers and levels")
    func lists() {
        #expect(
            text(
                "<p>前</p><ul><li>一<ul><li>内</li></ul></li><li><p>二</p><p>続き</p></li></ul>"
                    + "<ol start=\"3\"><li>三</li><li>四</li></ol><p>後</p>")
                == "前\n\n・一\n　・内\n・二\n続き\n\n3. 三\n4. 四\n\n後\n")
    }

    @Test("the entries of a table of contents are not numbered a second time")
    func contents() {
        #expect(
            text(
                "<nav><h1>目次</h1><ol><li><a href=\"a\">甲</a><ol><li>事例1</li></ol></li><li>乙</li></ol></nav>"
                    + "<nav hidden><p>x</p></nav>")
                == "目次\n\n・甲\n　・事例1\n・乙\n")
    }

    @Test("terms and their descriptions are a line")
    func descriptions() {
        #expect(
            text(
                "<dl>\n<div>\n<dt>分野</dt>\n<dd><a href=\"a\">甲</a></dd>\n<dd>乙</dd>\n</div>"
                    + "<div><dt>公開日：</dt><dd>今日\n</dd></div></dl>")
                == "分野：甲、乙\n公開日：今日\n")
    }

    @Test("each cell of a table is a line with the header of its column")
    func tables() {
        let html = """
            <div class="table-wrap" role="group" aria-label="表：団体、件数">
            <table>
            <thead>
            <tr>
            <td></td>
            <th>団体</th>
            <th>件数</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>1</td>
            <td>A</td>
            <td>3</td>
            </tr>
            <tr>
            <td>2</td>
            <td>B</td>
            <td></td>
            </tr>
            </tbody>
            </table></div>
            <p>後</p>
            """
        #expect(text(html) == "表：団体、件数\n\n1\n団体：A\n件数：3\n\n2\n団体：B\n\n（表の終わり）\n\n後\n")
    }

    @Test("an address follows the link, unless its text says it")
    func links() {
        let html = """
            <p><a href="https://example.jp/">案内<span class="external">（外部サイト）</span></a>と\
            <a href="c.html">事例</a>、<a href="https://example.jp/a">https://example.jp/a</a></p>
            """
        #expect(
            text(html) { $0.hasPrefix("https:") ? $0 : nil } == "案内（https://example.jp/）と事例、https://example.jp/a\n")
    }

    @Test("images, quotations, code and references")
    func others() {
        #expect(
            text(
                "<p><img src=\"a\" alt=\"表 &amp; 図\"></p><blockquote><p>言葉</p></blockquote>"
                    + "<pre><code>a  &lt;\n\nb\n</code></pre><p>A&nbsp;&lt;</p>")
                == "画像：表 & 図\n\n引用：言葉\n\na  <\n\nb\n\nA\u{A0}<\n")
    }
}
