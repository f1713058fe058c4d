import Basics
import CasebookLoading
import Diagnostics
import Foundation

extension CaseImport {
    /// Whether a file is the text of an issue and not a table: its name ends in `.md`, or it starts with a heading of the form.
    public static func isIssue(_ file: SourceFile, form: CaseForm) -> Bool {
        if file.path.lowercased().hasSuffix(".md") { return true }
        let start = String(decoding: file.bytes.prefix(1_000), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        let line = start.prefix { !$0.isNewline }
        return IssueElement.all(form).contains { line == "### \($0.label)" }
    }

    /// Reads files with tables, and texts of issues, whose cases follow those of the tables.
    ///
    /// - Parameters:
    ///   - files: The files, in the order in which their cases get numbers.
    ///   - form: What cases can contain.
    ///   - encoding: The encoding of CSV files. `nil` means that it is detected for each one.
    ///   - existing: The files of existing cases by their ids, which rows with an id change. `nil` if rows only create cases.
    public static func readAll(
        _ files: [SourceFile], form: CaseForm, encoding: CSVEncoding?, changing existing: [String: SourceFile]? = nil
    ) -> CaseImport {
        var result = read(
            files.filter { !isIssue($0, form: form) }, form: form, encoding: encoding, changing: existing)
        for file in files where isIssue(file, form: form) { result.append(readIssue(file, form: form)) }
        return result
    }

    /// Reads the text of an issue, which is one case (``IssueForm``). The texts are Markdown, as people write it in issues.
    ///
    /// - Parameters:
    ///   - file: The text.
    ///   - form: What cases can contain.
    public static func readIssue(_ file: SourceFile, form: CaseForm) -> CaseImport {
        guard file.bytes.withUnsafeBufferPointer({ ByteScan($0).invalidOffset }) == nil else {
            return CaseImport(failed: [Diagnostic(IssueProblem.unreadableBytes, path: file.path)])
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = file.bytes.starts(with: mark) ? Array(file.bytes.dropFirst(mark.count)) : file.bytes
        let source = SourceText(path: file.path, utf8: SourceDecoder.withLineFeeds(bytes))
        var issue = IssueText(source, form: form)
        guard issue.diagnostics.isEmpty else { return CaseImport(failed: issue.diagnostics.sorted()) }
        issue.checkConsent()
        var columns: [ImportColumn] = []
        var cells: [Table.Cell] = []
        for answer in issue.answers {
            guard let meaning = answer.element.meaning else { continue }
            columns.append(ImportColumn(meaning: meaning, heading: answer.element.label, index: cells.count))
            let source = answer.range.isEmpty ? answer.heading : answer.range
            cells.append(Table.Cell(text: issue.value(of: answer, form.language), column: cells.count, source: source))
        }
        let row = Table.Row(number: 1, line: 1, cells: cells)
        let table = Table(path: file.path, layout: .issue(source), rows: [row])
        var reader = RowReader(row: row, columns: columns, headed: Set(cells.indices), form: form, table: table)
        var titles: [String: (path: String, range: SourceRange)] = [:]
        reader.read(titles: &titles, isWhole: true, width: cells.count)
        let diagnostics = issue.diagnostics + reader.diagnostics
        guard diagnostics.isEmpty else { return CaseImport(failed: diagnostics.sorted()) }
        return CaseImport(reader.imported)
    }
}
