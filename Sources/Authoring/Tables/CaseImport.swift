import Diagnostics
import Foundation

/// Converts a table with one case per row into the texts of case files. It is pure and writes nothing.
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
    /// The encoding of the table; `nil` if it is unknown.
    public private(set) var encoding: CSVEncoding?
    /// All problems, sorted.
    public private(set) var diagnostics: [Diagnostic] = []

    private init() {}

    /// A table that was not read.
    init(failed diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// A file that holds one case.
    init(_ single: ImportedCase) {
        cases = [single]
        encoding = .utf8
    }

    /// The character that starts the first cell of a row that is a note, not a case.
    static let noteMark = "※"

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - file: The table.
    ///   - form: What cases can contain.
    ///   - encoding: The encoding of the file. `nil` means that it is detected.
    public static func read(_ file: SourceFile, form: CaseForm, encoding: CSVEncoding? = nil) -> CaseImport {
        read(file, form: form, encoding: encoding, shownHeadings: [:])
    }

    /// Reads a table whose headings were replaced.
    ///
    /// - Parameter shownHeadings: The headings that messages show, by the index of the column.
    static func read(
        _ file: SourceFile, form: CaseForm, encoding: CSVEncoding?, shownHeadings: [Int: String]
    ) -> CaseImport {
        var result = CaseImport()
        result.readTable(file, form, encoding, shownHeadings)
        result.diagnostics = result.diagnostics.sorted().limitedPerFile()
        return result
    }

    private mutating func readTable(
        _ file: SourceFile, _ form: CaseForm, _ requested: CSVEncoding?, _ shownHeadings: [Int: String]
    ) {
        let decoded = CSVDecoder.decode(file, as: requested)
        encoding = decoded.encoding
        diagnostics = decoded.diagnostics
        guard let text = decoded.text else { return }
        let (rows, syntax) = CSVReader.read(text)
        diagnostics += syntax
        let filled = rows.filter { row in row.cells.contains { !Self.isBlank($0.text) } }
        let body: ArraySlice<CSVReader.Row>
        switch TableHead.find(in: filled, form: form) {
        case .found(let rows, let above):
            body = rows
            titleRowCount = above
        case .problem(let problem, let row):
            // What else is wrong follows from it.
            let range = row.cells.first.map { text.range(ofBytes: $0.source) }
            diagnostics = [Diagnostic(problem, path: file.path, range: range)]
            return
        case nil:
            diagnostics.append(Diagnostic(ImportProblem.emptyTable, path: file.path))
            return
        }
        guard let header = body.first else { return }
        let headings = header.cells.filter { !Self.isBlank($0.text) }
        if headings.count == 1, let mark = headings[0].text.first(where: { $0 == "\t" || $0 == ";" }) {
            let problem = ImportProblem.wrongSeparator(tab: mark == "\t")
            diagnostics.append(Diagnostic(problem, path: file.path, range: text.range(ofBytes: header.cells[0].source)))
            return
        }
        var (columns, problems) = ImportColumn.read(header, form: form, in: text)
        for index in columns.indices {
            if let shown = shownHeadings[columns[index].index] { columns[index].heading = shown }
        }
        diagnostics += problems
        let headed = Set(header.cells.indices.filter { !Self.isBlank(header.cells[$0].text) })
        let isValid = diagnostics.isEmpty
        var rangeOfTitle: [String: SourceRange] = [:]
        var hasRows = false
        // The cells of these rows cannot be told apart, so no value of them is quoted.
        let broken = Set(
            syntax.compactMap { problem in filled.last { $0.line <= problem.range?.start.line ?? 0 }?.number })
        for row in body.dropFirst() {
            if broken.contains(row.number) {
                (hasRows, failedRowCount) = (true, failedRowCount + 1)
                continue
            }
            if row.cells.first(where: { !Self.isBlank($0.text) })?.text.trimmingCharacters(in: .whitespaces)
                .hasPrefix(Self.noteMark) == true
            {
                noteCount += 1
                continue
            }
            hasRows = true
            var reader = RowReader(row: row, columns: columns, headed: headed, form: form, text: text)
            reader.read(rangeOfTitle: &rangeOfTitle, isWhole: isValid, width: header.cells.count)
            if reader.diagnostics.isEmpty {
                if isValid { cases.append(ImportedCase(row: row.number, title: reader.title, text: reader.caseText.text)) }
            } else {
                failedRowCount += 1
                diagnostics += reader.diagnostics
            }
        }
        if !hasRows {
            let range = text.range(ofBytes: header.cells[0].source)
            diagnostics.append(Diagnostic(ImportProblem.noRows, path: file.path, range: range))
        }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
