import HTML
import Testing

@Suite struct HTMLBufferTests {
    @Test func textIsEscapedForElementsAndAttributes() {
        var buffer = HTMLBuffer()
        buffer.append(markup: "<p title=\"")
        buffer.append(text: "\"就労\" & 'a' <b>")
        buffer.append(markup: "\">")
        #expect(buffer.finish().string == "<p title=\"&quot;就労&quot; &amp; &#39;a&#39; &lt;b&gt;\">")
    }

    @Test func fragmentsGoInAsTheyAre() {
        var buffer = HTMLBuffer()
        buffer.append(HTMLFragment(text: "a<b"))
        buffer.append(HTMLFragment(trusted: Array("<br>".utf8)))
        buffer.append(number: -12)
        #expect(buffer.finish().string == "a&lt;b<br>-12")
    }

    @Test func aStretchOfBytesIsEscapedToo() {
        var buffer = HTMLBuffer()
        buffer.append(text: Array("x<&>y".utf8)[1..<4])
        #expect(buffer.finish().string == "&lt;&amp;&gt;")
    }
}
