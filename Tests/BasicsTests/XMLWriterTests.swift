import Basics
import HTML
import Testing

@Suite struct XMLWriterTests {
    private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private func written(_ body: (inout XMLWriter) -> Void) -> String {
        var writer = XMLWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func elementsContainElementsTextOrNothing() {
        let xml = written { xml in
            xml.element("a", [("href", "x")]) { xml in
                xml.element("b", text: "就労")
                xml.element("c", [("d", "e"), ("f", "g")])
            }
        }
        #expect(xml == declaration + "<a href=\"x\">\n<b>就労</b>\n<c d=\"e\" f=\"g\"/>\n</a>\n")
    }

    @Test func textAndAttributesAreEscaped() {
        let xml = written { $0.element("a", [("b", "<&>\"'\n\t\r")], text: "<&>\"'\n\t\r]]>") }
        #expect(
            xml == declaration
                + "<a b=\"&lt;&amp;&gt;&quot;'&#10;&#9;&#13;\">&lt;&amp;&gt;\"'\n\t&#13;]]&gt;</a>\n")
    }

    @Test func htmlMarkupIsWrittenAsText() {
        let xml = written { $0.element("a", escaping: HTMLFragment(trusted: Array("<p>&amp;</p>".utf8))) }
        #expect(xml == declaration + "<a>&lt;p&gt;&amp;amp;&lt;/p&gt;</a>\n")
    }

    @Test func charactersThatXMLDoesNotAllowAreReplaced() {
        let xml = written { $0.element("a", text: "x\u{0}\u{B}\u{1F}y\u{FFFE}\u{FFFF}z\u{FFFD}\u{7F}") }
        #expect(xml == declaration + "<a>x\u{FFFD}\u{FFFD}\u{FFFD}y\u{FFFD}\u{FFFD}z\u{FFFD}\u{7F}</a>\n")
    }
}
