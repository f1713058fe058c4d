import Basics
import CasebookModel
import Diagnostics

/// All cases as a table, one per row, that ``CaseImport`` reads again to the same cases. Private values are left out.
///
/// A section is a plain text if it is one in every case. Otherwise its heading ends in `（Markdown）` or ` (Markdown)`, and its cells are Markdown.
public struct CaseExport {
    /// The heading and then the cases, in the order of the files.
    private let rows: [[String]]
    private let widths: [Int]
    private let language: Language

    /// The longest text that a cell of a workbook can hold, in UTF-16 code units.
    private static let longestCell = 32_767

    /// The files whose bytes could not be kept by a later import, because they are stored in an unusual way.
    public let unusual: [String]

    /// - Parameters:
    ///   - files: The files of all cases.
    ///   - form: What cases can contain.
    public init(_ files: [SourceFile], form: CaseForm) {
        language = form.language
        var cases: [ExistingCase] = []
        var unusual: [String] = []
        for file in files {
            if let known = ExistingCase(file, form: form) { cases.append(known) } else { unusual.append(file.path) }
        }
        self.unusual = unusual
        var columns: [(meaning: ImportColumn.Meaning, heading: String, isMarkdown: Bool)] = [
            (.id, ImportColumn.idNames[form.language == .ja ? 0 : 1], false)
        ]
        for kind in ImportColumn.kinds(form) {
            var isMarkdown = false
            if case .section(let index) = kind.meaning { isMarkdown = !cases.allSatisfy { $0.isPlain(section: index) } }
            columns.append(
                (kind.meaning, kind.names[0] + (isMarkdown ? ImportColumn.markdownMark(in: form.language) : ""), isMarkdown))
        }
        rows =
            [columns.map(\.heading)] + cases.map { known in columns.map { known.cell($0.meaning, isMarkdown: $0.isMarkdown) } }
        widths = columns.map { column in
            switch column.meaning {
            case .section: 60
            case .field("title"), .field("summary"): 40
            case .id: 8
            default: 20
            }
        }
    }

    /// The states of a case, as tables name them.
    static func states(in language: Language) -> [String] {
        ValueRule.status.words.map { language == .ja ? $0.aliases.first ?? $0.label : $0.label }
    }

    /// The number of cases.
    public var count: Int { rows.count - 1 }

    /// The table as CSV.
    public var csv: [UInt8] {
        var csv = CSVWriter()
        for row in rows { csv.row(row) }
        return csv.bytes
    }

    /// The table as a workbook; nil if a text is too long for a cell.
    public var workbook: [UInt8]? {
        guard rows.allSatisfy({ $0.allSatisfy { $0.utf16.count <= Self.longestCell } }) else { return nil }
        var sheet = WorkbookWriter.Sheet(name: FormWorkbook.names(in: language).table, fixedRows: 1, isLandscape: true)
        sheet.columns = widths.map { ($0, .input) }
        sheet.rows = rows.enumerated().map { number, row in
            let cells = row.enumerated().map {
                WorkbookWriter.Cell(column: $0, text: $1, style: number == 0 ? .heading : .input)
            }
            return WorkbookWriter.Row(number: number + 1, cells: cells)
        }
        return WorkbookWriter([sheet]).bytes
    }
}
