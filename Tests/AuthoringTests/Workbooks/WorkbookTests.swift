@testable import Authoring
@testable import Basics
import Testing

@Suite struct WorkbookTests {
    /// The cells of the first sheet, as `B7 kind text`.
    private func cells(_ book: SampleWorkbook) throws -> [String] {
        let sheet = try #require(try WorkbookReader.read(book.bytes).sheets.first)
        return sheet.rows.flatMap { row in
            row.cells.map { "\(Table.Place(row: row.number, column: $0.column).name) \($0.kind) \($0.text)" }
        }
    }

    private func texts(_ data: String, _ change: (inout SampleWorkbook) -> Void = { _ in }) throws -> [String] {
        var book = SampleWorkbook(sheets: [.init(data: data)])
        change(&book)
        return try cells(book)
    }

    private func failure(_ bytes: [UInt8]) -> Workbook.Failure? {
        do throws(Workbook.Failure) {
            _ = try WorkbookReader.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func kindsOfCells() throws {
        let data = """
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>3</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="b"><v>0</v></c>
            <c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="str"><f>A1</f><v>結果</v></c><c r="H2" t="inlineStr"><is><t>中</t></is></c>
            <c r="I2" t="d"><v>2026-04-01T00:00:00</v></c><c r="J2" s="1"/><c r="K2"><f>A1</f></c><c r="L2"><f>1+1</f><v></v></c>
            <c r="M2" t="str"><f>""</f><v></v></c><c r="N2" t="s"/></row>
            <row><c><v>0.10000000000000001</v></c><c><v>-5</v></c><c><v>1E+3</v></c><c r="$E$3"><v>12345678901234567890</v></c></row>
            """
        #expect(
            try texts(data) { $0.texts = ["<t>零</t>", "<t>一</t>"] } == [
                "A2 text 一", "C2 number 3", "D2 truth TRUE", "E2 truth FALSE", "F2 error #N/A", "G2 text 結果", "H2 text 中",
                "I2 date 2026-04-01T00:00:00", "K2 uncalculated ", "L2 uncalculated ", "A3 number 0.1", "B3 number -5",
                "C3 number 1000", "E3 number 1.2345678901234567e+19",
            ])
    }

    @Test func phoneticGuidesAreNoText() throws {
        let guide = "<rPh sb=\"0\" eb=\"2\"><t>シエン</t></rPh><phoneticPr fontId=\"1\"/>"
        let shared = ["<t>支援</t>\(guide)", "<r><rPr><b/></rPr><t>支</t></r><r><t xml:space=\"preserve\"> 援</t></r>\(guide)"]
        let data =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
            + "<c r=\"C1\" t=\"inlineStr\"><is><r><t>支</t></r><r><t>援</t></r>\(guide)</is></c></row>"
        #expect(try texts(data) { $0.texts = shared } == ["A1 text 支援", "B1 text 支 援", "C1 text 支援"])
    }

    @Test(arguments: [
        ("a_x000D__x000A_b", "a\nb"), ("_x005F_x000D_", "_x000D_"), ("_x005f_", "_"), ("_xD83D__xDE00_", "😀"),
        ("_x00_", "_x00_"),
        ("_xGGGG_", "_xGGGG_"), ("a_x0041", "a_x0041"), ("1&#13;\n2\r\n3", "1\n2\n3"), ("_x0009_", "\t"),
    ])
    func escapes(written: String, read: String) throws {
        #expect(try texts("<row><c t=\"s\"><v>0</v></c></row>") { $0.texts = ["<t>\(written)</t>"] } == ["A1 text \(read)"])
        #expect(try texts("<row><c t=\"str\"><v>\(written)</v></c></row>") == ["A1 text \(read)"])
    }

    @Test(arguments: [
        "yyyy\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d", "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", "m/d/yy", "yyyy/mm/dd;@",
        "d-mmm", "mmm-yy",
        "yyyy-mm-dd", "yyyy\\-mm\\-dd", "[Red]yyyy/m/d", "m\"月\"", "aaaa", "e.m.d", "YYYY/MM/DD", "yyyy/m/d h:mm AM/PM",
        "[$-F800]dddd, mmmm dd, yyyy",
    ])
    func datesByCustomFormats(_ code: String) throws {
        let data = "<row><c s=\"1\"><v>46113</v></c><c s=\"0\"><v>46113</v></c></row>"
        #expect(try texts(data) { $0.formats = [code] } == ["A1 date 2026-04-01", "B1 number 46113"])
    }

    @Test(arguments: [
        "0", "#,##0", "0.00E+00", "General", "G/標準", "@", "0\"日\"", "\"d\"0", "\\d0", "#,##0\\ \"年\"", "[Red]0",
        "[$¥-411]#,##0", "_-* #,##0_-", "\"令和\"0",
    ])
    func numbersByCustomFormats(_ code: String) throws {
        #expect(try texts("<row><c s=\"1\"><v>46113</v></c></row>") { $0.formats = [code] } == ["A1 number 46113"])
    }

    @Test func builtInFormats() throws {
        let dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]
        for id in dates {
            #expect(try texts("<row><c s=\"1\"><v>46113</v></c></row>") { $0.builtIn = [id] } == ["A1 date 2026-04-01"])
        }
        for id in [0, 1, 2, 3, 4, 11, 12, 37, 44, 48, 49, 59, 163] {
            #expect(try texts("<row><c s=\"1\"><v>46113</v></c></row>") { $0.builtIn = [id] } == ["A1 number 46113"])
        }
        let data = "<row><c s=\"1\"><v>0.5</v></c><c s=\"2\"><v>0.12345</v></c><c s=\"3\"><v>0.5</v></c></row>"
        #expect(
            try texts(data) { $0.builtIn = [9, 10, 20] } == ["A1 number 50%", "B1 number 12.345%", "C1 date 12:00"])
    }

    @Test(arguments: [
        (false, "1", "1900-01-01"), (false, "59", "1900-02-28"), (false, "60", "1900-02-29"), (false, "61", "1900-03-01"),
        (false, "46113.395833333336", "2026-04-01 9:30"), (false, "46112.999999999", "2026-04-01"),
        (true, "44651", "2026-04-01"),
        (true, "0", "1904-01-01"), (false, "2958465", "9999-12-31"), (false, "43586", "2019-05-01"), (false, "0.25", "6:00"),
    ])
    func daysInBothSystems(is1904: Bool, number: String, expected: String) throws {
        let data = "<row><c s=\"1\"><v>\(number)</v></c></row>"
        let read = try texts(data) {
            $0.builtIn = [14]
            if is1904 { $0.properties = " date1904=\"1\"" }
        }
        #expect(read == ["A1 date \(expected)"])
    }

    @Test(arguments: ["0", "-1", "2958466", "1e300"])
    func numbersThatAreNoDays(_ number: String) throws {
        #expect(
            try texts("<row><c s=\"1\"><v>\(number)</v></c></row>") { $0.builtIn = [14] }.first?.hasPrefix("A1 number") == true)
    }

    @Test func strictNamespacesPrefixesAndAbsoluteTargets() throws {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        let strict = try texts(row) {
            $0.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
            $0.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
            $0.texts = ["<t>題</t>"]
        }
        #expect(strict == ["A1 text 題"])
        #expect(try texts(row) { ($0.base, $0.texts) = ("/xl/", ["<t>題</t>"]) } == ["A1 text 題"])
        #expect(try texts(row) { ($0.base, $0.texts) = ("./../xl/", ["<t>題</t>"]) } == ["A1 text 題"])
        let prefixed = "<x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row>"
        #expect(try texts(prefixed) { $0.prefix = "x:" } == ["A1 number 7"])
    }

    @Test func hiddenSheetsAndRowsAndMerges() throws {
        let data = "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"
        let merges = "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"bad\"/></mergeCells>"
        let book = SampleWorkbook(sheets: [
            .init(name: "一", data: data, after: merges), .init(name: "二", state: " state=\"hidden\"", data: ""),
            .init(name: "三", state: " state=\"veryHidden\"", data: ""), .init(name: "四", state: " state=\"visible\"", data: ""),
        ])
        let read = try WorkbookReader.read(book.bytes)
        #expect(read.sheets.map(\.name) == ["一", "二", "三", "四"] && read.sheets.map(\.isHidden) == [false, true, true, false])
        #expect(read.sheets[0].rows.map(\.isHidden) == [true, false])
        #expect(read.sheets[0].merges == [.init(rows: 1...2, columns: 0...2)])
        #expect(!read.hasMacros)
    }

    @Test func emptyRowsTakeNothing() throws {
        let rows = (1...50_000).map {
            "<row r=\"\($0)\" spans=\"1:3\"><c r=\"A\($0)\" s=\"0\"/><c r=\"B\($0)\" s=\"0\"/></row>"
        }
        let sheet = try WorkbookReader.read(
            SampleWorkbook(sheets: [.init(data: rows.joined() + "<row r=\"50001\"><c r=\"B50001\"><v>1</v></c></row>")]).bytes
        ).sheets[0]
        #expect(sheet.rows.map(\.number) == [50_001])
    }

    @Test func whatCannotBeRead() {
        let whole = SampleWorkbook.table([["題名"]]).bytes
        #expect(failure(whole) == nil)
        for count in stride(from: 0, to: whole.count, by: 7) { #expect(failure(Array(whole[..<count])) == .damaged) }
        for part in ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
            let parts = SampleWorkbook.table([["題名"]]).parts.filter { $0.0 != part }
            #expect(failure(SampleWorkbook.archive(parts)) == .damaged)
        }
        for data in [
            "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
            "<row><c r=\"XFE1\"/></row>", "<row><c r=\"\"/></row>", "<row><c t=\"s\"><v>9</v></c></row>", "<row>",
            "<row><c t=\"s\"><v>-1</v></c></row>",
        ] { #expect(failure(SampleWorkbook(sheets: [.init(data: data)]).bytes) == .damaged) }
        let bomb = SampleWorkbook(sheets: [.init(data: String(repeating: "<row/>", count: 1_500_000))])
        #expect(failure(bomb.bytes) == .tooLarge)
        let entity = SampleWorkbook.table([["題名"]]).parts.map { name, text in
            (name, name.hasSuffix("sheet1.xml") ? "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>" : text)
        }
        #expect(failure(SampleWorkbook.archive(entity)) == .damaged)
        let binary = SampleWorkbook.table([["題名"]]).parts.map { ($0, $1.replacing("xl/workbook.xml", with: "xl/workbook.bin")) }
        #expect(failure(SampleWorkbook.archive(binary)) == .binary)
    }

    @Test func namesOfCells() {
        for (name, column, row) in [
            ("A1", 0, 1), ("z9", 25, 9), ("AA10", 26, 10), ("$B$7", 1, 7), ("XFD1048576", 16_383, 1_048_576),
        ] {
            let cell = CellName(name)
            #expect(cell?.column == column && cell?.row == row)
        }
        for name in [
            "", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "あ1", "A-1", "AAAAAAAAAAAAA1", "A99999999999999999999",
        ] {
            #expect(CellName(name) == nil)
        }
    }
}
