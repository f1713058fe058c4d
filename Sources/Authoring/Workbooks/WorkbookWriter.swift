import Basics
import Diagnostics

/// Writes a workbook (Office Open XML, ISO/IEC 29500, `.xlsx`) that Excel, LibreOffice and others open. Equal input gives equal bytes.
///
/// All cells are texts, so nothing that somebody has written becomes a formula, a date or a number.
struct WorkbookWriter {
    /// How a cell looks, by its position in the list of styles.
    enum Style: Int, CaseIterable {
        case plain, title, heading, input, hint
    }

    /// A cell with a text.
    struct Cell {
        /// Counted from 0.
        let column: Int
        let text: String
        var style = Style.plain
    }

    /// A row with cells, in the order of their columns.
    struct Row {
        /// Counted from 1.
        let number: Int
        /// In points; nil for a height that fits.
        var height: Int?
        let cells: [Cell]
    }

    /// The hint that appears when a cell is selected, and the list of values to choose from.
    struct Guidance {
        /// The names of the first and the last cell: `B5`, `B2:B1000`.
        let cells: String
        let title: String
        let text: String
        /// The index of the list.
        var list: Int?
        /// Whether only texts of the list are accepted.
        var isStrict = true
    }

    /// A sheet.
    struct Sheet {
        let name: String
        var isHidden = false
        /// The widths of the columns in characters, and the style of their empty cells.
        var columns: [(width: Int, style: Style)] = []
        var rows: [Row] = []
        var guidance: [Guidance] = []
        /// How many rows at the top stay in sight and are printed on every page.
        var fixedRows = 0
        var isLandscape = false
    }

    /// A list of texts to choose from: a column of a sheet.
    struct List {
        /// The index of the sheet.
        let sheet: Int
        /// Counted from 0.
        let column: Int
        /// The numbers of the rows.
        let rows: ClosedRange<Int>
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packageTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    /// The longest titles and texts of messages that Excel accepts, in UTF-16 code units.
    private static let (longestTitle, longestText, longestError) = (32, 255, 224)

    private let sheets: [Sheet]
    private let lists: [List]
    private let error: (title: String, text: String)

    /// - Parameters:
    ///   - sheets: The sheets, in their order.
    ///   - lists: The lists that guidance refers to.
    ///   - error: What is said about a text that is not on its list.
    init(_ sheets: [Sheet], lists: [List] = [], error: (title: String, text: String) = ("", "")) {
        self.sheets = sheets
        self.lists = lists
        self.error = error
    }

    /// The bytes of the workbook.
    var bytes: [UInt8] {
        var parts = [
            ("[Content_Types].xml", contentTypes), ("_rels/.rels", Self.links([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook),
            (
                "xl/_rels/workbook.xml.rels",
                Self.links(sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")])
            ), ("xl/styles.xml", Self.styles),
        ]
        parts += sheets.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", sheet($1)) }
        var archive = ZipWriter()
        var bytes: [UInt8] = []
        for (name, content) in parts { bytes += archive.append(ZipWriter.Entry(name: name, bytes: content)) }
        return bytes + archive.finish()
    }

    private var contentTypes: [UInt8] {
        var xml = XMLWriter()
        xml.element("Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]) { xml in
            xml.element(
                "Default",
                [("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")])
            xml.element("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
            func override(_ path: String, _ kind: String) {
                xml.element("Override", [("PartName", "/xl/\(path)"), ("ContentType", "\(Self.packageTypes).\(kind)+xml")])
            }
            override("workbook.xml", "sheet.main")
            for index in sheets.indices { override("worksheets/sheet\(index + 1).xml", "worksheet") }
            override("styles.xml", "styles")
        }
        return xml.bytes
    }

    private static func links(_ links: [(kind: String, target: String)]) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("Relationships", [("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")]) { xml in
            for (index, link) in links.enumerated() {
                xml.element(
                    "Relationship",
                    [("Id", "rId\(index + 1)"), ("Type", "\(relations)/\(link.kind)"), ("Target", link.target)])
            }
        }
        return xml.bytes
    }

    private var workbook: [UInt8] {
        var xml = XMLWriter()
        xml.element("workbook", [("xmlns", Self.main), ("xmlns:r", Self.relations)]) { xml in
            xml.element("sheets") { xml in
                for (index, sheet) in sheets.enumerated() {
                    xml.element(
                        "sheet",
                        [("name", sheet.name), ("sheetId", String(index + 1))] + (sheet.isHidden ? [("state", "hidden")] : [])
                            + [("r:id", "rId\(index + 1)")])
                }
            }
            let titled = sheets.indices.filter { sheets[$0].fixedRows > 0 }
            guard !lists.isEmpty || !titled.isEmpty else { return }
            xml.element("definedNames") { xml in
                for index in titled {
                    xml.element(
                        "definedName", [("name", "_xlnm.Print_Titles"), ("localSheetId", String(index))],
                        text: "\(quoted(index))!$1:$\(sheets[index].fixedRows)")
                }
                for (index, list) in lists.enumerated() {
                    let column = Self.letters(list.column)
                    xml.element(
                        "definedName", [("name", Self.name(ofList: index))],
                        text: "\(quoted(list.sheet))!$\(column)$\(list.rows.lowerBound):$\(column)$\(list.rows.upperBound)")
                }
            }
        }
        return xml.bytes
    }

    private func quoted(_ sheet: Int) -> String { "'\(sheets[sheet].name.replacing("'", with: "''"))'" }

    private static func name(ofList index: Int) -> String { "choices_\(index + 1)" }

    private func sheet(_ sheet: Sheet) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("worksheet", [("xmlns", Self.main)]) { xml in
            xml.element("sheetPr") { $0.element("pageSetUpPr", [("fitToPage", "1")]) }
            xml.element("sheetViews") { xml in
                xml.element("sheetView", [("workbookViewId", "0")]) { xml in
                    guard sheet.fixedRows > 0 else { return }
                    let first = "A\(sheet.fixedRows + 1)"
                    xml.element(
                        "pane",
                        [
                            ("ySplit", String(sheet.fixedRows)), ("topLeftCell", first), ("activePane", "bottomLeft"),
                            ("state", "frozen"),
                        ])
                }
            }
            if !sheet.columns.isEmpty {
                xml.element("cols") { xml in
                    for (index, column) in sheet.columns.enumerated() {
                        xml.element(
                            "col",
                            [
                                ("min", String(index + 1)), ("max", String(index + 1)), ("width", String(column.width)),
                                ("style", String(column.style.rawValue)), ("customWidth", "1"),
                            ])
                    }
                }
            }
            xml.element("sheetData") { xml in
                for row in sheet.rows { write(row, to: &xml) }
            }
            write(sheet.guidance, to: &xml)
            xml.element(
                "pageMargins",
                [("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3")])
            // 9 is A4.
            xml.element(
                "pageSetup",
                [
                    ("paperSize", "9"), ("orientation", sheet.isLandscape ? "landscape" : "portrait"), ("fitToWidth", "1"),
                    ("fitToHeight", "0"),
                ])
        }
        return xml.bytes
    }

    private func write(_ row: Row, to xml: inout XMLWriter) {
        let height = row.height.map { [("ht", String($0)), ("customHeight", "1")] as [XMLWriter.Attribute] } ?? []
        xml.element("row", [("r", String(row.number))] + height) { xml in
            for cell in row.cells {
                let place: [XMLWriter.Attribute] = [
                    ("r", Self.letters(cell.column) + String(row.number)), ("s", String(cell.style.rawValue)),
                ]
                guard !cell.text.isEmpty else {
                    xml.element("c", place)
                    continue
                }
                xml.element("c", place + [("t", "inlineStr")]) { xml in
                    xml.element("is") { $0.element("t", [("xml:space", "preserve")], text: CellText.encoded(cell.text)) }
                }
            }
        }
    }

    private func write(_ guidance: [Guidance], to xml: inout XMLWriter) {
        guard !guidance.isEmpty else { return }
        xml.element("dataValidations", [("count", String(guidance.count))]) { xml in
            for each in guidance {
                var attributes: [XMLWriter.Attribute] = each.list == nil ? [] : [("type", "list")]
                attributes += [("allowBlank", "1"), ("showInputMessage", "1")]
                if each.list != nil, each.isStrict {
                    attributes += [
                        ("showErrorMessage", "1"), ("errorTitle", Self.shortened(error.title, to: Self.longestTitle)),
                        ("error", Self.shortened(error.text, to: Self.longestError)),
                    ]
                }
                attributes += [
                    ("promptTitle", Self.shortened(each.title, to: Self.longestTitle)),
                    ("prompt", Self.shortened(each.text, to: Self.longestText)), ("sqref", each.cells),
                ]
                guard let list = each.list else {
                    xml.element("dataValidation", attributes)
                    continue
                }
                xml.element("dataValidation", attributes) { $0.element("formula1", text: Self.name(ofList: list)) }
            }
        }
    }

    /// The text, cut at a character so that it has at most a number of UTF-16 code units.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var result = ""
        var count = 1
        for character in text {
            count += String(character).utf16.count
            guard count <= limit else { break }
            result.append(character)
        }
        return result + "…"
    }

    private static func letters(_ column: Int) -> String { SourcePosition.letters(ofColumn: column) }

    /// The styles, in the order of ``Style``. Cells to write in have the format of texts (49).
    private static let styles: [UInt8] = {
        var xml = XMLWriter()
        xml.element("styleSheet", [("xmlns", main)]) { xml in
            xml.element("fonts", [("count", "4")]) { xml in
                for (size, isBold, colour) in [
                    ("11", false, "FF000000"), ("16", true, "FF000000"), ("11", true, "FF000000"), ("10", false, "FF404040"),
                ] {
                    xml.element("font") { xml in
                        if isBold { xml.element("b", []) }
                        xml.element("sz", [("val", size)])
                        xml.element("color", [("rgb", colour)])
                        xml.element("name", [("val", "游ゴシック")])
                        xml.element("family", [("val", "3")])
                        xml.element("charset", [("val", "128")])
                    }
                }
            }
            xml.element("fills", [("count", "3")]) { xml in
                xml.element("fill") { $0.element("patternFill", [("patternType", "none")]) }
                xml.element("fill") { $0.element("patternFill", [("patternType", "gray125")]) }
                xml.element("fill") { xml in
                    xml.element("patternFill", [("patternType", "solid")]) { xml in
                        xml.element("fgColor", [("rgb", "FFE8EEF4")])
                        xml.element("bgColor", [("indexed", "64")])
                    }
                }
            }
            xml.element("borders", [("count", "2")]) { xml in
                for isThin in [false, true] {
                    xml.element("border") { xml in
                        for side in ["left", "right", "top", "bottom", "diagonal"] as [StaticString] {
                            guard isThin, side.description != "diagonal" else {
                                xml.element(side, [])
                                continue
                            }
                            xml.element(side, [("style", "thin")]) { $0.element("color", [("rgb", "FF808080")]) }
                        }
                    }
                }
            }
            xml.element("cellStyleXfs", [("count", "1")]) {
                $0.element("xf", [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")])
            }
            xml.element("cellXfs", [("count", String(Style.allCases.count))]) { xml in
                for style in Style.allCases { write(style, to: &xml) }
            }
            xml.element("cellStyles", [("count", "1")]) {
                $0.element("cellStyle", [("name", "Normal"), ("xfId", "0"), ("builtinId", "0")])
            }
        }
        return xml.bytes
    }()

    private static func write(_ style: Style, to xml: inout XMLWriter) {
        let (format, font, fill, border) =
            switch style {
            case .plain: (0, 0, 0, 0)
            case .title: (0, 1, 0, 0)
            case .heading: (0, 2, 2, 1)
            case .input: (49, 0, 0, 1)
            case .hint: (0, 3, 0, 0)
            }
        let attributes: [XMLWriter.Attribute] = [
            ("numFmtId", String(format)), ("fontId", String(font)), ("fillId", String(fill)), ("borderId", String(border)),
            ("xfId", "0"),
            ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"),
        ]
        guard style != .plain, style != .title else { return xml.element("xf", attributes) }
        xml.element("xf", attributes) { $0.element("alignment", [("vertical", "top"), ("wrapText", "1")]) }
    }
}

extension CellText {
    /// A text as a workbook holds it: what looks like an escape has one, and line feeds end lines.
    static func encoded(_ text: String) -> String {
        var result: [UInt16] = []
        let units = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf16)
        for index in units.indices {
            if escape(units, at: index) != nil { result += Array("_x005F".utf16) }
            result.append(units[index])
        }
        return String(decoding: result, as: UTF16.self)
    }
}
