import Diagnostics

/// A table of cases: rows of cells that know their locations. A CSV file is one, and so is each sheet of a workbook with cases.
struct Table: Sendable {
    /// A cell with its text.
    struct Cell: Sendable, Hashable {
        let text: String
        /// The column to which the cell belongs, counted from 0.
        let column: Int
        /// The range of the cell in the text of a CSV file, with quotation marks.
        var source = 0..<0
        /// Where the cell is in a sheet.
        var place = Place(row: 0, column: 0)
        /// Whether the cell has a formula whose result is not in the file. Its text is empty then.
        var isUncalculated = false
    }

    /// The row, counted from 1, and the column, counted from 0, of a cell of a sheet.
    struct Place: Sendable, Hashable {
        let row: Int
        let column: Int

        /// The name of the cell: `B7`.
        var name: String { SourcePosition.letters(ofColumn: column) + String(row) }
    }

    /// A row of cells, in the order of their columns. Rows of a sheet have only the cells with content.
    struct Row: Sendable, Hashable {
        /// The row's number in a spreadsheet: counted from 1, empty rows included.
        let number: Int
        /// The line on which the row starts in a CSV file, counted from 1. In a sheet, the number of the row.
        let line: Int
        let cells: [Cell]

        /// Returns the cell of a column.
        subscript(column column: Int) -> Cell? {
            if cells.indices.contains(column), cells[column].column == column { return cells[column] }
            return cells.first { $0.column == column }
        }

        /// The cells that are not blank.
        var filled: [Cell] { cells.filter { !Table.isBlank($0.text) } }

        /// How many columns the row reaches.
        var width: Int { cells.last.map { $0.column + 1 } ?? 0 }
    }

    /// How the cells of a table are arranged.
    enum Layout: Sendable {
        /// A CSV file with one case per row.
        case text(SourceText)
        /// The text of an issue, whose answers are the cells of one row. Its texts are Markdown.
        case issue(SourceText)
        /// A sheet with one case per row.
        case sheet
        /// A sheet with one case: names in one column, values next to them. It is read as a row of names and a row of values.
        case form
    }

    /// The path of the file, for a sheet with its name: `form.xlsx「様式」`.
    let path: String
    let layout: Layout
    let rows: [Row]

    /// The rows that are not empty.
    var filledRows: [Row] { rows.filter { row in row.cells.contains { !Self.isBlank($0.text) } } }

    /// Whether the table is a sheet of a workbook.
    var isSheet: Bool {
        switch layout {
        case .sheet, .form: true
        case .text, .issue: false
        }
    }

    /// Whether the table is the text of an issue.
    var isIssue: Bool { if case .issue = layout { true } else { false } }

    /// Whether the table is a sheet with one case.
    var isForm: Bool { if case .form = layout { true } else { false } }

    /// Returns the location of a cell for messages.
    func range(of cell: Cell) -> SourceRange {
        switch layout {
        case .text(let text), .issue(let text): text.range(ofBytes: cell.source)
        case .sheet, .form: SourceRange(cellInRow: cell.place.row, column: cell.place.column)
        }
    }

    /// Returns the location of a row's cell in a column, also of one that is missing.
    func range(of row: Row, column: Int) -> SourceRange {
        if let cell = row[column: column] { return range(of: cell) }
        switch layout {
        case .text(let text), .issue(let text):
            let end = row.cells.last?.source.upperBound ?? 0
            return text.range(ofBytes: end..<end)
        case .sheet, .form: return SourceRange(cellInRow: row.number, column: column)
        }
    }

    /// The name of a cell in messages: of its column in a table (`B`), of itself in a form (`B7`).
    func name(of cell: Cell) -> String {
        isForm ? cell.place.name : SourcePosition.letters(ofColumn: cell.column)
    }

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
