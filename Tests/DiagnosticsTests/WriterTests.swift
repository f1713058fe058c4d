import Diagnostics
import Foundation
import Testing

@Suite struct WriterTests {
    @Test func jsonIsIndentedAndNested() {
        var json = JSONWriter()
        json.object { json in
            json.member("title", "題名")
            json.member("count", 2)
            json.member("terms", ["a", "b"])
            json.member("date", orNull: String?.none)
            json.key("empty")
            json.array { _ in }
        }
        json.endLine()
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {
                  "title": "題名",
                  "count": 2,
                  "terms": [
                    "a",
                    "b"
                  ],
                  "date": null,
                  "empty": []
                }

                """)
    }

    @Test(arguments: [JSONWriter.Layout.compact, .indented])
    func jsonInPartsIsTheSame(layout: JSONWriter.Layout) {
        var whole = JSONWriter(layout)
        whole.object { json in
            json.member("a", ["1", "2"])
            json.member("b", 3)
        }
        var first = JSONWriter(layout)
        first.beginObject()
        first.key("a")
        first.beginArray()
        first.string("1")
        var second = JSONWriter(layout, within: 2)
        second.string("2")
        var third = JSONWriter(layout, within: 2)
        third.endArray()
        third.member("b", 3)
        third.endObject()
        #expect(first.bytes + second.bytes + third.bytes == whole.bytes)
    }

    @Test func compactJSONHasNoBlanks() {
        var json = JSONWriter(.compact)
        json.array { list in
            list.object { $0.member("a", 1) }
            list.flag(true)
            list.null()
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"[{"a":1},true,null]"#)
    }

    @Test func everyCharacterComesBackAndNoneEndsAScript() throws {
        let text = "</script><!--&\"\\\n\t\u{0}\u{7F}\u{2028}\u{2029}\u{2027}\u{202A}é漢字🙂"
        var json = JSONWriter(.compact)
        json.array { $0.string(text) }
        let written = String(decoding: json.bytes, as: UTF8.self)
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
        #expect(!written.contains { "<>&\u{2028}\u{2029}\u{0}".contains($0) })
        #expect(written.contains("\u{2027}\u{202A}é漢字🙂"))
    }

    @Test func csvIsQuotedAsRFC4180Asks() {
        var csv = CSVWriter()
        csv.row(["a", "b,c", "d\"e", "f\ng", ""])
        csv.row(["=1", "-", "x=1", "@a,b"])
        #expect(
            String(decoding: csv.bytes, as: UTF8.self)
                == "\u{FEFF}a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n'=1,'-,x=1,\"'@a,b\"\r\n")
    }
}
