import CasebookLoading
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
        /// Where the title is: the file, with its sheet, and the cell or line.
        package let place: (path: String, range: SourceRange?)
    }

    /// The rows without problems, in their order. Empty if the table as a whole has a problem.
    public private(set) var cases: [ImportedCase] = []
    /// The existing cases that rows with their ids change.
    public private(set) var updates: [CaseUpdate] = []
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

    /// The files of existing cases by their ids; nil if rows only create cases.
    private var existing: [String: SourceFile]?
    /// The ids of the cases that rows so far have changed.
    private var changedIDs: Set<String> = []

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

    /// What people should know about the files although it is no problem: their encodings, and sheets that were not read.
    public var remarks: [Message] {
        encodings.map { path, encoding in
            Message(
                ja: "「\(path)」を、文字コード \(encoding.name) として読みました。",
                en: "Read “\(path)” as \(encoding == .utf8 ? "UTF-8" : "CP932 (Shift_JIS)").")
        } + messages
    }

    /// Which rows were taken for something else than cases.
    public var skippedRows: [Message] {
        var found: [Message] = []
        if titleRowCount > 0 {
            found.append(
                Message(
                    ja: "見出しより上の\(titleRowCount)行は、表の題名とみなして取り込みません。",
                    en: "\(titleRowCount) rows above the headings were taken for the sheet's title and not imported."))
        }
        if noteCount > 0 {
            found.append(
                Message(
                    ja: "「※」で始まる\(noteCount)行は、説明とみなして取り込みません。",
                    en: "\(noteCount) rows that start with ※ are notes and were not imported."))
        }
        return found
    }

    /// Leaves out new cases because of problems.
    mutating func reject(keeping kept: [ImportedCase], reporting found: [Diagnostic]) {
        failedRowCount += cases.count - kept.count
        cases = kept
        diagnostics = (diagnostics + found).sorted()
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
    ///   - existing: The files of existing cases by their ids, which rows with an id change. `nil` if rows only create cases.
    public static func read(
        _ files: [SourceFile], form: CaseForm, encoding: CSVEncoding? = nil, changing existing: [String: SourceFile]? = nil
    ) -> CaseImport {
        let names = ImportColumn.Names(form)
        var result = CaseImport()
        result.existing = existing
        for file in files {
            let source = TableSource(file, as: encoding, in: form.language) { SheetTables($0, path: file.path, names: names) }
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
        var (columns, problems) = ImportColumn.read(header, form: form, in: table, isUpdate: existing != nil)
        for index in columns.indices {
            if let shown = shownHeadings[columns[index].index] { columns[index].heading = shown }
        }
        if let whole = problems.first(where: { $0.id == ImportProblem.idsWithoutUpdate.id }) {
            // That the cases exist already follows from it.
            diagnostics.append(whole)
            return true
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
            if isValid, existing != nil, let column = columns.first(where: { $0.meaning == .id }),
                let id = row[column: column.index]?.text.trimmingCharacters(in: .whitespacesAndNewlines), !id.isEmpty
            {
                let problems = change(id, row, columns, headed: headed, form, table)
                if !problems.isEmpty { failedRowCount += 1 }
                diagnostics += problems
                continue
            }
            var reader = RowReader(
                row: Self.withoutApostrophes(row, in: table), columns: columns, headed: headed, form: form, table: table)
            reader.read(titles: &titles, isWhole: isValid, width: header.width)
            if reader.diagnostics.isEmpty {
                if isValid { cases.append(reader.imported) }
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

    /// Reads a row that changes an existing case.
    ///
    /// - Returns: The problems of the row.
    private mutating func change(
        _ id: String, _ row: Table.Row, _ columns: [ImportColumn], headed: Set<Int>, _ form: CaseForm, _ table: Table
    ) -> [Diagnostic] {
        let idColumn = columns.first { $0.meaning == .id }?.index ?? 0
        func problem(_ problem: some Problem, at column: Int) -> Diagnostic {
            let range = table.range(of: row, column: column)
            let heading = columns.first { $0.index == column }?.heading
            let place = CellProblem.Place(
                row: row.number, line: range.start.line, column: column, heading: heading, isNamed: table.isSheet)
            return Diagnostic(CellProblem(problem, in: place), path: table.path, range: range)
        }
        guard let file = existing?[id] else {
            return [problem(ImportProblem.unknownCase(id: id, near: nearest(to: id, among: form.ids)), at: idColumn)]
        }
        guard changedIDs.insert(id).inserted else { return [problem(ImportProblem.repeatedCase(id: id), at: idColumn)] }
        guard let known = ExistingCase(file, form: form) else {
            return [problem(ImportProblem.unusualCase(path: file.path), at: idColumn)]
        }
        for column in columns {
            guard case .hidden = column.meaning, let cell = row[column: column.index], !Table.isBlank(cell.text) else {
                continue
            }
            return [problem(ImportProblem.hiddenInUpdate, at: column.index)]
        }
        var reader = RowReader(
            row: Self.withoutApostrophes(row, in: table), columns: columns, headed: headed, form: form, table: table,
            existing: known)
        reader.read(titles: &titles, isWhole: false, width: 0)
        guard reader.diagnostics.isEmpty else { return reader.diagnostics }
        let found: CaseUpdate?
        do throws(EditRefusal) {
            found = try CaseUpdate(of: known, by: reader)
        } catch {
            return [problem(ImportProblem.refusedChange(error.message), at: idColumn)]
        }
        guard let update = found else { return [] }
        let errors = form.check(String(decoding: update.after, as: UTF8.self)).filter { $0.severity == .error }
        if errors.isEmpty { updates.append(update) }
        return errors.map { error in
            let place = CellProblem.Place(
                row: row.number, line: table.range(of: row, column: idColumn).start.line, column: idColumn, heading: nil,
                isNamed: table.isSheet)
            return Diagnostic(CellProblem(error, in: place), path: table.path, range: table.range(of: row, column: idColumn))
        }
    }

    /// A row without the apostrophes that ``CaseExport``, the site's own form and others write in CSV before what a spreadsheet would
    /// take for a formula.
    private static func withoutApostrophes(_ row: Table.Row, in table: Table) -> Table.Row {
        if table.isSheet { return row }
        let cells = row.cells.map { cell in
            // Of several apostrophes, all but the first were typed.
            guard cell.text.first == "'", let next = cell.text.first(where: { $0 != "'" }), "=+-@＝＋－＠\t\n".contains(next)
            else { return cell }
            return Table.Cell(text: String(cell.text.dropFirst()), column: cell.column, source: cell.source, place: cell.place)
        }
        return Table.Row(number: row.number, line: row.line, cells: cells)
    }
}
