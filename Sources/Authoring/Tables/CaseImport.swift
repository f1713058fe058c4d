import Diagnostics
import Foundation

/// A table of cases, a row each, made into the texts of their files. Pure: it writes nothing.
public struct CaseImport: Sendable {
    /// A row in which nothing is wrong.
    public struct ImportedCase: Sendable {
        /// The row, as spreadsheets count them.
        public let row: Int
        public let title: String
        /// The text of the file.
        public let text: String
    }

    /// The rows in which nothing is wrong, in their order; none where the table as a whole cannot be read.
    public private(set) var cases: [ImportedCase] = []
    /// How many rows have something wrong.
    public private(set) var failedRowCount = 0
    /// How many rows were left out because their first cell starts with `※`.
    public private(set) var noteCount = 0
    /// In what encoding the table was; nil where that could not be told.
    public private(set) var encoding: CSVEncoding?
    /// Everything that is wrong, sorted.
    public private(set) var diagnostics: [Diagnostic] = []

    /// What starts the first cell of a row that is no case.
    static let noteMark = "※"

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - form: What cases can hold.
    ///   - encoding: In what encoding the file is; found out if nil.
    public static func read(_ file: SourceFile, form: CaseForm, encoding: CSVEncoding? = nil) -> CaseImport {
        var result = CaseImport()
        result.readTable(file, form, encoding)
        result.diagnostics.sort()
        return result
    }

    private mutating func readTable(_ file: SourceFile, _ form: CaseForm, _ asked: CSVEncoding?) {
        let decoded = CSVDecoder.decode(file, as: asked)
        encoding = decoded.encoding
        diagnostics = decoded.diagnostics
        guard let text = decoded.text else { return }
        let (rows, syntax) = CSVReader.read(text)
        diagnostics += syntax
        let filled = rows.filter { row in row.cells.contains { !Self.isBlank($0.text) } }
        guard let header = filled.first else {
            diagnostics.append(Diagnostic(ImportProblem.emptyTable, path: file.path))
            return
        }
        let headings = header.cells.filter { !Self.isBlank($0.text) }
        if headings.count == 1, let mark = headings[0].text.first(where: { $0 == "\t" || $0 == ";" }) {
            let problem = ImportProblem.wrongSeparator(tab: mark == "\t")
            diagnostics.append(Diagnostic(problem, path: file.path, range: text.range(ofBytes: header.cells[0].source)))
            return
        }
        let (columns, problems) = ImportColumn.read(header, form: form, in: text)
        diagnostics += problems
        let headed = Set(header.cells.indices.filter { !Self.isBlank(header.cells[$0].text) })
        let isSound = diagnostics.isEmpty
        var rowOfTitle: [String: Int] = [:]
        var hasRows = false
        for row in filled.dropFirst() {
            if row.cells.first(where: { !Self.isBlank($0.text) })?.text.trimmingCharacters(in: .whitespaces)
                .hasPrefix(Self.noteMark) == true
            {
                noteCount += 1
                continue
            }
            hasRows = true
            var reader = RowReader(row: row, columns: columns, headed: headed, form: form, text: text)
            reader.read(rowOfTitle: &rowOfTitle, isWhole: isSound)
            if reader.diagnostics.isEmpty {
                if isSound { cases.append(ImportedCase(row: row.number, title: reader.title, text: reader.caseText.text)) }
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
