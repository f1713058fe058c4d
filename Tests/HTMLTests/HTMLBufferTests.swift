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

    @Test func fragmentsAreAppendedUnchanged() {
        var buffer = HTMLBuffer()
        buffer.append(HTMLFragment(text: "a<b"))
        buffer.append(HTMLFragment(trusted: Array("<br>".utf8)))
        buffer.append(number: -12)
        #expect(buffer.finish().string == "a&lt;b<br>-12")
    }

    @Test func longTextsAreEscapedCompletely() {
        let text = String(repeating: "就労 & 支援", count: 1000) + String(repeating: "\"", count: 5000)
        var buffer = HTMLBuffer()
        buffer.append(text: text)
        let expected =
            String(repeating: "就労 &amp; 支援", count: 1000) + String(repeating: "&quot;", count: 5000)
        #expect(buffer.finish().string == expected)
    }

    @Test func everyByteIsEscapedAtEveryPosition() {
        let escapes: [UInt8: String] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x27: "&#39;"]
        for byte in UInt8(0)..<0x80 {
            for length in 1...40 {
                for position in 0..<length {
                    var text = [UInt8](repeating: 0x61, count: length)
                    text[position] = byte
                    var buffer = HTMLBuffer()
                    text.withUnsafeBufferPointer { buffer.append(escaping: $0) }
                    let written = escapes[byte].map { Array($0.utf8) } ?? [byte]
                    #expect(buffer.bytes == text[..<position] + written + text[(position + 1)...])
                }
            }
        }
    }

    @Test func theEndCanBeRemoved() {
        var buffer = HTMLBuffer(reservingCapacity: 2)
        buffer.append(markup: "<p>")
        let before = buffer.endsInLine
        buffer.append(markup: "<b>\n")
        let after = buffer.endsInLine
        #expect((before, after) == (true, false))
        buffer.truncate(to: 3)
        buffer.append(text: "x")
        #expect(buffer.finish().string == "<p>x")
    }

    @Test func slicesOfBytesAreEscaped() {
        var buffer = HTMLBuffer()
        buffer.append(text: Array("x<&>y".utf8)[1..<4])
        #expect(buffer.finish().string == "&lt;&amp;&gt;")
    }
}
