import Basics
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
    func jsonWrittenInPartsIsEqual(layout: JSONWriter.Layout) {
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

    @Test func compactJSONHasNoWhiteSpace() {
        var json = JSONWriter(.compact)
        json.array { list in
            list.object { $0.member("a", 1) }
            list.flag(true)
            list.null()
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"[{"a":1},true,null]"#)
    }

    @Test(arguments: [0, 7, 10, -1, 1_234_567_890, Int.max, Int.min])
    func numbersAreWrittenInFull(number: Int) {
        var json = JSONWriter(.compact)
        json.number(number)
        #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
    }

    @Test func aStringOfTwoPartsIsOneString() {
        var json = JSONWriter(.compact)
        json.object { json in
            json.append(written: "\"type\":\"page\"")
            json.member("address", "https://example.org/?a&b=", "漢字\"")
            json.member("empty", "", "")
        }
        let expected = #"{"type":"page","address":"https://example.org/?a\u0026b=漢字\"","empty":""}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func everyCharacterCanBeReadBackAndNoneEndsAScript() throws {
        let text = "</script><!--&\"\\\n\t\u{0}\u{7F}\u{2028}\u{2029}\u{2027}\u{202A}é漢字🙂"
        var json = JSONWriter(.compact)
        json.array { $0.string(text) }
        let written = String(decoding: json.bytes, as: UTF8.self)
        #expect(try JSONDecoder().decode([String].self, from: Data(json.bytes)) == [text])
        #expect(!written.contains { "<>&\u{2028}\u{2029}\u{0}".contains($0) })
        #expect(written.contains("\u{2027}\u{202A}é漢字🙂"))
    }

    @Test func csvIsQuotedAsRFC4180Requires() {
        var csv = CSVWriter()
        csv.row(["a", "b,c", "d\"e", "f\ng", ""])
        csv.row(["=1", "-", "x=1", "@a,b"])
        // What was written with apostrophes keeps them when one is taken away.
        csv.row(["'=1", "''＝1", "'", "'a", "''"])
        #expect(
            String(decoding: csv.bytes, as: UTF8.self)
                == "\u{FEFF}a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n'=1,'-,x=1,\"'@a,b\"\r\n''=1,'''＝1,','a,''\r\n")
    }

    @Test func allWaysOfWritingACSVCellGiveTheSameBytes() {
        for value in [
            "", "a", "b,c", "d\"e\"", "\"", "f\ng", "\rh", "=1", "+1,2", "-", "@\"x\"", "\t", "x=1", "長い長い値、これは普通の値です",
        ] {
            let quote = "\""
            let start = ["=", "+", "-", "@", "\t", "\r"].contains { value.hasPrefix($0) } ? "'" : ""
            let isQuoted = value.utf8.contains { "\",\n\r".utf8.contains($0) }
            let expected =
                isQuoted ? quote + start + value.replacing(quote, with: quote + quote) + quote : start + value
            var texts = CSVWriter(isContinued: true)
            texts.row([value, "z"])
            var bytes = CSVWriter(isContinued: true)
            bytes.row([Array(value.utf8), Array("z".utf8)])
            var written = CSVWriter(isContinued: true)
            written.cell { $0 += Array(value.utf8) }
            written.cell { $0.append(UInt8(ascii: "z")) }
            written.endRow()
            var end = CSVWriter(isContinued: true)
            end.cell("z")
            var joined = CSVWriter(isContinued: true)
            joined.cell(value)
            joined.cells(of: end)
            joined.endRow()
            for csv in [texts, bytes, written, joined] { #expect(csv.bytes == Array("\(expected),z\r\n".utf8), "\(value)") }
        }
    }

    @Test func everyByteIsEscapedAtEveryPosition() {
        let characters =
            (0..<0x80).map { String(UnicodeScalar($0)) } + [
                "\u{2027}", "\u{2028}", "\u{2029}", "\u{202A}", "…", "\u{20A8}", "あ",
            ]
        for character in characters {
            for length in 0..<18 {
                let text = String(repeating: "x", count: length) + character + character + String(repeating: "漢", count: length)
                let escaped = Self.escape(character)
                let expected =
                    "\"" + String(repeating: "x", count: length) + escaped + escaped
                    + String(repeating: "漢", count: length) + "\""
                var json = JSONWriter(.compact)
                json.string(text)
                var other = JSONWriter(.compact)
                other.string(utf8: Array(text.utf8))
                #expect(json.bytes == Array(expected.utf8))
                #expect(other.bytes == json.bytes)
            }
        }
    }

    private static func escape(_ character: String) -> String {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x22, 0x5C: "\\\(character)"
        case 0x0A: "\\n"
        case let value where value < 0x20 || [0x26, 0x3C, 0x3E, 0x7F, 0x2028, 0x2029].contains(value):
            "\\u" + String(repeating: "0", count: 4 - String(value, radix: 16).count) + String(value, radix: 16)
        default: character
        }
    }
}
