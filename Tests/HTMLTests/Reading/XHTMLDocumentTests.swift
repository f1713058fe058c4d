import HTML
import Testing

@Suite("HTML as XHTML")
struct XHTMLDocumentTests {
    /// The XHTML without its first line.
    private func xhtml(_ html: String, address: (String, XHTMLDocument.Use) -> String? = { address, _ in address }) -> String {
        var html = html
        let bytes = html.withUTF8 { XHTMLDocument.bytes(of: $0, address: address) }
        return String(String(decoding: bytes, as: UTF8.self).dropFirst("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".count))
    }

    @Test(
        "elements, attributes and references get the form that XML has",
        arguments: [
            ("<p>一<br>二<wbr>三</p>", "<p>一<br/>二<wbr/>三</p>"),
            ("<hr><img src=\"a.png\" alt=\"\" loading=\"lazy\">", "<hr/><img src=\"a.png\" alt=\"\"/>"),
            ("<nav hidden><a href='x.html'>A</a></nav>", "<nav hidden=\"hidden\"><a href=\"x.html\">A</a></nav>"),
            ("<p class=a id=b>A</p>", "<p class=\"a\" id=\"b\">A</p>"),
            ("<P>A</P>", "<p>A</p>"),
            ("<p>&amp; &lt; &#39; &quot;</p>", "<p>&amp; &lt; ' &quot;</p>"),
            ("<p>A&nbsp;B &unknown; A&B</p>", "<p>A\u{A0}B &amp;unknown; A&amp;B</p>"),
            ("<p title=\"A &amp; B\">A</p>", "<p title=\"A &amp; B\">A</p>"),
            ("<p>A\u{1}B</p>", "<p>AB</p>"),
            ("<!-- <p> --><p>A</p>", "<p>A</p>"),
            ("<script>if (a < b) { c }</script><p>A</p>", "<p>A</p>"),
            ("<br/><p>A</p>", "<br/><p>A</p>"),
        ])
    func form(html: String, expected: String) {
        #expect(xhtml(html) == expected)
    }

    @Test("the document has the namespaces and the language of XML")
    func root() {
        let document = xhtml("<!DOCTYPE html>\n<html lang=\"ja\"><head></head></html>")
        #expect(
            document == """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="ja" lang="ja">\
                <head></head></html>
                """)
    }

    @Test(
        "what templates leave open is closed, and an end without a start is left out",
        arguments: [
            ("<div><p>A</div>", "<div><p>A</p></div>"), ("<p>A</b></p>", "<p>A</p>"), ("<div><p>A", "<div><p>A</p></div>"),
        ])
    func wellFormed(html: String, expected: String) {
        #expect(xhtml(html) == expected)
    }

    @Test("addresses are replaced, and a link without one becomes text")
    func addresses() {
        let html = #"<p><a class="x" href="a.html#b">A</a> <a href="c.html">C</a> <img src="d.png" alt="絵 &amp; D"></p>"#
        let result = xhtml(html) { address, use in use == .link && address == "a.html#b" ? "new.xhtml?a&b" : nil }
        #expect(result == "<p><a class=\"x\" href=\"new.xhtml?a&amp;b\">A</a> C 絵 &amp; D</p>")
    }
}
