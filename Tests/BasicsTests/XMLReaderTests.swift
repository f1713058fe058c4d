@testable import Basics
import Testing

@Suite struct XMLReaderTests {
    /// The events of a document on one line: `<a x=1>text</a>`.
    private func read(_ bytes: [UInt8]) throws(XMLReader.Failure) -> String {
        var reader = try XMLReader(bytes)
        var result = ""
        while let event = try reader.next() {
            switch event {
            case .start(let element):
                let attributes = element.attributes.map { " \(shown($0.name))=\($0.value)" }.joined()
                result += "<\(shown(element.name))\(attributes)>"
            case .text(let text): result += text
            case .end(let name): result += "</\(shown(name))>"
            }
        }
        return result
    }

    private func shown(_ name: XMLReader.Name) -> String { name.prefix.isEmpty ? name.local : "\(name.prefix):\(name.local)" }

    private func failure(_ text: String) -> XMLReader.Failure? {
        do throws(XMLReader.Failure) {
            _ = try read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("<a/>", "<a></a>"),
        (
            "\u{FEFF}<?xml version='1.0' encoding='UTF-8' standalone=\"yes\"?>\r\n<!-- c --><a>\r\nb\rc</a>\n<?x y?>",
            "<a>\nb\nc</a>"
        ),
        ("<x:a r:id='1'  y = \"&lt;&#x3042;&#10;'\"><b />t</x:a>", "<x:a r:id=1 y=<あ\n'><b></b>t</x:a>"),
        ("<a b='1\t2\r\n3'>&amp;&gt;&quot;&apos;&#12354;</a >", "<a b=1 2 3>&>\"'あ</a>"),
        ("<a>x<![CDATA[<b>&amp;\r\n]]>y</a>", "<a>x<b>&amp;\ny</a>"), ("<あ>い</あ>", "<あ>い</あ>"),
        ("<a>]]</a>", "<a>]]</a>"),
    ])
    func documents(text: String, expected: String) throws {
        #expect(try read(Array(text.utf8)) == expected)
    }

    @Test func utf16() throws {
        let units = Array("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>𠮷野</a>".utf16)
        #expect(try read(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "<a>𠮷野</a>")
        #expect(try read(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == "<a>𠮷野</a>")
        #expect(try read(units.dropFirst().flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "<a>𠮷野</a>")
        #expect(throws: XMLReader.Failure.encoding) { try read([0xFF, 0xFE, 0x3C]) }
    }

    @Test(arguments: [
        "", " ", "a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b></a>", "<a b=1/>",
        "<a b='1'c='2'/>",
        "<a b='1' b='2'/>", "<a b='<'/>", "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFE;</a>",
        "<a>\u{1}</a>", "<a b='\u{1}'/>", "<a", "<a b='", "<!-- ", "<a><![CDATA[x</a>", "<![CDATA[x]]><a/>", "<1/>", "<a:/>",
        "<:a/>",
        "<a:b:c/>", "< a/>",
    ])
    func malformed(_ text: String) {
        guard case .malformed = failure(text) else {
            Issue.record("\(text) was read")
            return
        }
    }

    @Test func whatIsRefused() {
        #expect(failure("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") == .documentType)
        #expect(failure("<a><!ENTITY></a>") == .documentType)
        #expect(failure("<?xml version='1.0' encoding='Shift_JIS'?><a/>") == .encoding)
        let depth = XMLReader.deepest
        let nested = { (count: Int) in String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count) }
        #expect(failure(nested(depth)) == nil && failure(nested(depth + 1)) == .tooDeep)
        #expect(throws: XMLReader.Failure.encoding) { try read(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
    }

    @Test func whatTheWriterWrites() throws {
        var writer = XMLWriter()
        writer.element("a", [("b", "1 & \"2\"\n<3>")], text: "x < y & z\tあ")
        #expect(try read(writer.bytes) == "<a b=1 & \"2\"\n<3>>x < y & z\tあ</a>")
    }
}
