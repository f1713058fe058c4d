import Diagnostics
import Foundation

/// Converts tables into the texts of case files: CSV files and sheets of workbooks with one case per row, and sheets with one case. It is
/// pure and writes nothing.
public struct CaseImport: Sendable {
    /// A row without problems.
    public struct ImportedCase: Sendable {
        /// The row's number in a spreadsheet.
        public let row: Int
        public let title: String
        /// The text of the file.
        public let text: String
    }

    /// The rows without problems, in their order. Empty if the table as a whole has a problem.
    public private(set) var cases: [ImportedCase] = []
    /// The number of rows with problems.
    public private(set) var failedRowCount = 0
    /// The number of rows that are notes, because their first cell starts with `※`.
    public private(set) var noteCount = 0
    /// The number of rows above the headings, such as the sheet's title.
    public private(set) var titleRowCount = 0
    /// The encoding of each CSV file that could be decoded, by its path.
    public private(set) var encodings: [(path: String, encoding: CSVEncoding)] = []
    /// What people should know although it is no problem, such as sheets that were not read.
    public private(set) var messages: [Message] = []
    /// All problems, sorted.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Where each title is.
    private var titles: [String: (path: String, range: SourceRange)] = [:]

    private init() {}

    /// A table that was not read.
    init(failed diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// A file that holds one case.
    init(_ single: ImportedCase) {
        cases = [single]
    }

    /// Adds what another file holds.
    mutating func append(_ other: CaseImport) {
        cases += other.cases
        diagnostics = (diagnostics + other.diagnostics).sorted()
    }

    /// The character that starts the first cell of a row that is a note, not a case.
    static let noteMark = "※"

    /// Reads files with tables.
    ///
    /// - Parameters:
    ///   - files: The files, in the order in which their cases get numbers.
    ///   - form: What cases can contain.
    ///   - encoding: The encoding of CSV files. `nil` means that it is detected for each one.
    public static func read(_ files: [SourceFile], form: CaseForm, encoding: CSVEncoding? = nil) -> CaseImport {
        let names = ImportColumn.Names(form)
        var result = CaseImport()
        for file in files {
            let source = TableSource(file, as: encoding) { SheetTables($0, path: file.path, names: names) }
            result.read(source, of: file, form)
        }
        result.diagnostics = result.diagnostics.sorted().limitedPerFile()
        return result
    }

    /// Reads a table whose headings were replaced.
    ///
    /// - Parameter shownHeadings: The headings that messages show, by the index of the column.
    static func read(_ table: Table, form: CaseForm, shownHeadings: [Int: String]) -> CaseImport {
        var result = CaseImport()
        result.read(table, form, syntax: [], shownHeadings)
        result.diagnostics = result.diagnostics.sorted().limitedPerFile()
        return result
    }

    private mutating func read(_ source: TableSource, of file: SourceFile, _ form: CaseForm) {
        if let encoding = source.encoding { encodings.append((file.path, encoding)) }
        messages += source.messages
        guard source.isWorkbook else {
            if let table = source.tables.first {
                read(table, form, syntax: source.diagnostics, [:])
            } else {
                diagnostics += source.diagnostics
            }
            return
        }
        diagnostics += source.diagnostics
        let before = diagnostics.count
        let hasRows = source.tables.map { read($0, form, syntax: [], [:]) }.contains(true)
        if !hasRows, before == diagnostics.count, !source.tables.isEmpty {
            diagnostics.append(Diagnostic(ImportProblem.noRows, path: file.path))
        }
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - syntax: The problems of the text from which the table was read.
    ///   - shownHeadings: The headings that messages show, by the index of the column.
    /// - Returns: Whether the table has cases, with problems or without.
    @discardableResult
    private mutating func read(
        _ table: Table, _ form: CaseForm, syntax: [Diagnostic], _ shownHeadings: [Int: String]
    ) -> Bool {
        let body: ArraySlice<Table.Row>
        switch TableHead.find(in: table, form: form) {
        case .found(let rows, let above):
            body = rows
            titleRowCount += above
        case .problem(let problem, let row):
            // What else is wrong follows from it.
            diagnostics.append(Diagnostic(problem, path: table.path, range: row.cells.first.map(table.range)))
            return true
        case nil:
            diagnostics += syntax
            diagnostics.append(Diagnostic(ImportProblem.emptyTable, path: table.path))
            return true
        }
        guard let header = body.first, let firstHeading = header.cells.first else { return false }
        let headings = header.filled
        if headings.count == 1, let mark = headings[0].text.first(where: { $0 == "\t" || $0 == ";" }) {
            let problem = ImportProblem.wrongSeparator(tab: mark == "\t")
            diagnostics += syntax
            diagnostics.append(Diagnostic(problem, path: table.path, range: table.range(of: firstHeading)))
            return true
        }
        // A sheet without cases may stand beside those that have some.
        let rows = body.dropFirst()
        if table.isSheet, rows.isEmpty { return false }
        var (columns, problems) = ImportColumn.read(header, form: form, in: table)
        for index in columns.indices {
            if let shown = shownHeadings[columns[index].index] { columns[index].heading = shown }
        }
        problems += syntax
        diagnostics += problems
        let isValid = problems.isEmpty
        let headed = Set(headings.map(\.column))
        var hasRows = false
        // The cells of these rows cannot be told apart, so no value of them is quoted.
        let broken = Set(
            syntax.compactMap { problem in body.last { $0.line <= problem.range?.start.line ?? 0 }?.number })
        for row in rows {
            if broken.contains(row.number) {
                (hasRows, failedRowCount) = (true, failedRowCount + 1)
                continue
            }
            if row.filled.first?.text.trimmingCharacters(in: .whitespaces).hasPrefix(Self.noteMark) == true {
                noteCount += 1
                continue
            }
            hasRows = true
            var reader = RowReader(row: row, columns: columns, headed: headed, form: form, table: table)
            reader.read(titles: &titles, isWhole: isValid, width: header.width)
            if reader.diagnostics.isEmpty {
                if isValid { cases.append(ImportedCase(row: row.number, title: reader.title, text: reader.caseText.text)) }
            } else {
                failedRowCount += 1
                diagnostics += reader.diagnostics
            }
        }
        if !hasRows, !table.isSheet {
            diagnostics.append(
                Diagnostic(ImportProblem.noRows, path: table.path, range: table.range(of: firstHeading)))
        }
        return hasRows
    }
}
