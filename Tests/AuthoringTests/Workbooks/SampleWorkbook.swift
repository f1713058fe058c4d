@testable import Basics

/// A workbook from hand-written XML.
struct SampleWorkbook {
    /// A sheet: its name, what `sheetData` holds, and what follows it.
    struct Sheet {
        var name = "様式"
        var state = ""
        var data: String
        var after = ""
    }

    var sheets: [Sheet]
    /// The items of the shared texts.
    var texts: [String] = []
    /// The codes of number formats, from id 164; cells use them as styles 1, 2, …
    var formats: [String] = []
    /// Ids of built-in formats, as the styles after those.
    var builtIn: [Int] = []
    var properties = ""
    var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    /// What the targets of links in the workbook start with.
    var base = ""
    /// The prefix of elements in the workbook and the sheets, with its colon.
    var prefix = ""
    var macros = false

    /// A sheet with rows of inline texts, the first one in row 1.
    static func table(_ rows: [[String]], name: String = "様式") -> SampleWorkbook {
        SampleWorkbook(sheets: [Sheet(name: name, data: data(rows))])
    }

    /// Rows of inline texts. Empty texts have no cell.
    static func data(_ rows: [[String]]) -> String {
        rows.enumerated().map { row, cells in
            let written = cells.enumerated().filter { !$1.isEmpty }.map { column, text in
                "<c r=\"\(name(column))\(row + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
            }
            return "<row r=\"\(row + 1)\">\(written.joined())</row>"
        }.joined()
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private static func name(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

    var parts: [(String, String)] {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
        let p = prefix
        let declared = p.isEmpty ? "xmlns=\"\(namespace)\"" : "xmlns:\(p.dropLast())=\"\(namespace)\""
        let packageLinks = "http://schemas.openxmlformats.org/package/2006/relationships"
        var links = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(relations)/worksheet\" Target=\"\(base)worksheets/sheet\($0 + 1).xml\"/>"
        }
        links.append("<Relationship Id=\"t\" Type=\"\(relations)/sharedStrings\" Target=\"\(base)sharedStrings.xml\"/>")
        links.append("<Relationship Id=\"s\" Type=\"\(relations)/styles\" Target=\"\(base)styles.xml\"/>")
        if macros {
            links.append(
                "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>"
            )
        }
        let listed = sheets.enumerated().map { index, sheet in
            "<\(p)sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(sheet.state) r:id=\"rId\(index + 1)\"/>"
        }
        let codes = formats.enumerated().map {
            "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(Self.escaped($1).replacing("\"", with: "&quot;"))\"/>"
        }
        let styles = ([0] + formats.indices.map { 164 + $0 } + builtIn).map { "<xf numFmtId=\"\($0)\"/>" }
        return [
            ("[Content_Types].xml", head + "<Types/>"),
            (
                "_rels/.rels",
                head + "<Relationships xmlns=\"\(packageLinks)\"><Relationship Id=\"r\" Type=\"\(relations)/officeDocument\""
                    + " Target=\"\(base.isEmpty ? "" : "/")xl/workbook.xml\"/></Relationships>"
            ),
            ("xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"\(packageLinks)\">\(links.joined())</Relationships>"),
            (
                "xl/workbook.xml",
                head + "<\(p)workbook \(declared) xmlns:r=\"\(relations)\"><\(p)workbookPr\(properties)/><\(p)sheets>"
                    + listed.joined() + "</\(p)sheets></\(p)workbook>"
            ),
            ("xl/sharedStrings.xml", head + "<sst xmlns=\"\(namespace)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
            (
                "xl/styles.xml",
                head
                    + "<styleSheet xmlns=\"\(namespace)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                    + "</cellStyleXfs><cellXfs>\(styles.joined())</cellXfs><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0\"/>"
                    + "</dxf></dxfs></styleSheet>"
            ),
        ]
            + sheets.enumerated().map { index, sheet in
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    head
                        + "<\(p)worksheet \(declared)><\(p)sheetData>\(sheet.data)</\(p)sheetData>\(sheet.after)</\(p)worksheet>"
                )
            } + (macros ? [("xl/vbaProject.bin", "x")] : [])
    }

    var bytes: [UInt8] { Self.archive(parts) }

    static func archive(_ parts: [(String, String)]) -> [UInt8] {
        var writer = ZipWriter()
        var bytes: [UInt8] = []
        for (name, text) in parts { bytes += writer.append(ZipWriter.Entry(name: name, bytes: Array(text.utf8))) }
        return bytes + writer.finish()
    }
}
