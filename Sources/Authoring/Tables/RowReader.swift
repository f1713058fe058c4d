import Basics
import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation

/// Builds the text of a case file from a row of a table, and reports each problem at its cell.
struct RowReader {
    let row: Table.Row
    let columns: [ImportColumn]
    let form: CaseForm
    let table: Table
    /// The indices of the columns that have a heading, known or not.
    let headed: Set<Int>
    /// The case that the row changes; nil for a new one.
    let existing: ExistingCase?
    private(set) var caseText = CaseText()
    private(set) var title = ""
    private(set) var diagnostics: [Diagnostic] = []
    /// The columns whose cells hold errors.
    private var errorColumns: Set<Int> = []

    init(
        row: Table.Row, columns: [ImportColumn], headed: Set<Int>, form: CaseForm, table: Table, existing: ExistingCase? = nil
    ) {
        self.row = row
        self.columns = columns
        self.headed = headed
        self.form = form
        self.table = table
        self.existing = existing
    }

    /// Reads the row.
    ///
    /// If its cells do not fit the headings, only that is reported: a value in the wrong column may be private, so none is quoted.
    ///
    /// - Parameters:
    ///   - titles: Where each title so far is. The row's title is added.
    ///   - isWhole: Whether the table has all columns, so that the case can be checked as a whole.
    ///   - width: The number of headings.
    mutating func read(titles: inout [String: (path: String, range: SourceRange)], isWhole: Bool, width: Int) {
        readCells(titles: &titles, isWhole: isWhole)
        let nameless = diagnostics.filter { $0.id == ImportProblem.namelessCell.id }
        if !nameless.isEmpty {
            diagnostics = Array(nameless.prefix(1))
        } else if !table.isSheet, row.cells.count < width, hasHiddenColumn || !diagnostics.isEmpty {
            diagnostics = []
            report(ImportProblem.shortRow(cells: row.cells.count, headings: width), at: row.cells.count)
        }
    }

    private var hasHiddenColumn: Bool {
        columns.contains { if case .hidden = $0.meaning { true } else { false } }
    }

    private mutating func readCells(titles: inout [String: (path: String, range: SourceRange)], isWhole: Bool) {
        for cell in row.cells where !headed.contains(cell.column) && !value(cell).isEmpty {
            report(ImportProblem.namelessCell, at: cell.column)
        }
        for column in columns { reportError(column) }
        for column in columns { reportUnsafeCharacters(column) }
        addTitle(&titles)
        for index in form.order { addTerms(index) }
        addStatus()
        // Texts come before dates, and dates before lists.
        addFields { $0.rule.form == .text && $0.key != "title" }
        addFields { $0.rule.form == .date }
        addFields { $0.rule.most != 1 }
        for field in form.fields { addDeclared(field) }
        addHidden()
        caseText.add("---")
        for (index, section) in form.schema.sections.enumerated() { addSection(index, section.definition) }
        // A problem with a value is reported once: the text is checked only if all values are valid.
        guard diagnostics.isEmpty, isWhole else { return }
        for diagnostic in form.check(caseText.text) where diagnostic.severity == .error {
            let start = diagnostic.range?.start
            let (column, line) = start.flatMap { caseText.origin(ofLine: $0.line) } ?? (0, nil)
            let problem = CellProblem(diagnostic, in: place(of: column))
            if let line, let start {
                let first = range(of: column).start.line
                let position = SourcePosition(line: first + line, column: start.column)
                diagnostics.append(
                    Diagnostic(problem, path: table.path, range: SourceRange(start: position, end: position)))
            } else {
                add(problem, at: column)
            }
        }
    }

    /// The case that was read, if there are no problems.
    var imported: CaseImport.ImportedCase {
        let column = columns.first { $0.meaning == .field("title") }
        return CaseImport.ImportedCase(
            row: row.number, title: title, text: caseText.text, place: (table.path, column.map { range(of: $0.index) }))
    }

    private mutating func addTitle(_ titles: inout [String: (path: String, range: SourceRange)]) {
        guard let (column, value) = value(of: .field("title")) else { return reportEmpty(.field("title")) }
        title = Self.joined(value)
        caseText.add("title: \(YAMLScalar.write(title))", from: column.index)
        let composed = title.composedKeepingCharacters
        if let other = titles[composed] {
            let message = Message(ja: "1つ目はここにあります", en: "The first one is here")
            let note = Diagnostic.Note(message, path: other.path, range: other.range)
            report(ImportProblem.repeatedTitle(title: title), at: column.index, notes: [note])
        } else if let path = form.titles[composed], path != existing?.file.path {
            report(ImportProblem.takenTitle(title: title, path: path), at: column.index)
        }
        if titles[composed] == nil { titles[composed] = (table.path, range(of: column.index)) }
    }

    private mutating func addTerms(_ index: Int) {
        let question = form.questions[index]
        let filled = columns.filter { $0.meaning == .terms(index) && !value(in: $0).isEmpty }
        guard let column = filled.first else { return question.isRequired ? reportEmpty(.terms(index)) : () }
        var labels: [String] = []
        var hasUnknown = false
        for column in filled {
            let parts = TermList.read(value(in: column), isMultiple: question.isMultiple) { form.terms[index].term(named: $0) }
            for part in parts {
                switch part {
                case .known(let term):
                    let label = form.terms[index].labels[term]
                    if !labels.contains(label) { labels.append(label) }
                case .unknown(let name):
                    hasUnknown = true
                    let problem = UnknownTerm(
                        taxonomy: question.label, key: question.key, name: name, folder: nil,
                        labels: form.terms[index].labels)
                    let difference = problem.suggestions.first.flatMap { LookalikeDifference(written: name, meant: $0) }
                    report(problem, at: column.index, naming: difference?.message)
                }
            }
        }
        if !question.isMultiple, labels.count > 1 {
            report(TooManyValues(key: KeyName(column.heading), names: labels), at: column.index)
        }
        // A cell of separators only.
        if question.isRequired, labels.isEmpty, !hasUnknown { return reportEmpty(.terms(index)) }
        let written = question.isMultiple ? YAMLScalar.write(labels) : labels.first.map { YAMLScalar.write($0) } ?? ""
        caseText.add("\(question.key): \(written)", from: column.index)
    }

    /// Adds the status. A row without one is a draft.
    private mutating func addStatus() {
        guard let (column, value) = value(of: .field("status")) else { return caseText.add("status: draft") }
        guard let status = ValueRule.status.word(named: value) else {
            return report(ImportProblem.unknownStatus(value: value), at: column.index)
        }
        caseText.add("status: \(status.label)", from: column.index)
    }

    /// Adds the values of some keys that every casebook has.
    private mutating func addFields(where isWanted: (Field) -> Bool) {
        for field in Field.ofCases where isWanted(field) {
            guard let (column, value) = value(of: .field(field.key)) else { continue }
            if field.rule.most != 1 {
                addList(field, value, at: column)
            } else {
                add(value, of: field.key, field.rule, at: column, written: Self.written)
            }
        }
    }

    /// Adds a value.
    ///
    /// - Parameter written: Returns a value as front matter writes it.
    private mutating func add(
        _ text: String, of key: String, _ rule: ValueRule, at column: ImportColumn, written: (TypedValue) -> String
    ) {
        let name = KeyName(column.heading)
        switch CellValue.read(Self.joined(text), by: rule, naming: name, isJapanese: form.schema.isJapanese) {
        case .success(let value): caseText.add("\(key): \(written(value))", from: column.index)
        case .failure(let refusal): report(refusal.problem, at: column.index)
        }
    }

    private mutating func addList(_ field: Field, _ value: String, at column: ImportColumn) {
        let parts = value.split { ",，、､;；".contains($0) || $0.isWhitespace }.map(String.init)
        if field.rule.form == .id {
            for id in parts where !form.ids.contains(id) {
                report(UnknownRelatedCase(caseID: id, near: nearest(to: id, among: form.ids)), at: column.index)
            }
        }
        caseText.add("\(field.key): \(YAMLScalar.write(parts))", from: column.index)
    }

    private mutating func addDeclared(_ field: FieldQuestion) {
        guard let (column, value) = value(of: .field(field.key)) else {
            return field.isRequired ? reportEmpty(.field(field.key)) : ()
        }
        add(value, of: field.key, field.rule, at: column, written: field.written)
    }

    /// Returns a value of a key that every casebook has, as front matter writes it.
    private static func written(_ value: TypedValue) -> String {
        if case .date(let date) = value { date.iso } else { YAMLScalar.write(value.text(inJapanese: true)) }
    }

    private mutating func addHidden() {
        var isFirst = true
        for column in columns {
            guard case .hidden(let name) = column.meaning else { continue }
            let value = value(in: column)
            guard !value.isEmpty else { continue }
            if isFirst { caseText.add("private:") }
            isFirst = false
            caseText.add("  \(YAMLScalar.write(name)): \(YAMLScalar.write(value))", from: column.index)
        }
    }

    private mutating func addSection(_ index: Int, _ section: SectionDefinition) {
        guard let (column, value) = value(of: .section(index)) else {
            return section.isRequired ? reportEmpty(.section(index)) : ()
        }
        caseText.add("")
        caseText.add("## \(section.heading)", from: column.index)
        caseText.add("")
        if !table.isIssue, !column.isMarkdown {
            for line in PlainMarkdown.lines(value, hasLists: column.hasLists) { caseText.add(line, from: column.index) }
        } else {
            for (number, line) in value.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                caseText.add(String(line), from: column.index, line: number)
            }
        }
    }
}

extension RowReader {
    /// Returns the column with a meaning and its value in the row; `nil` if there is no such column or the value is empty.
    private func value(of meaning: ImportColumn.Meaning) -> (column: ImportColumn, value: String)? {
        guard let column = columns.first(where: { $0.meaning == meaning }) else { return nil }
        let value = value(in: column)
        return value.isEmpty ? nil : (column, value)
    }

    /// Returns the value of a column in the row; empty if the row is too short.
    private func value(in column: ImportColumn) -> String {
        errorColumns.contains(column.index) ? "" : row[column: column.index].map(value) ?? ""
    }

    private func value(_ cell: Table.Cell) -> String {
        // Japanese paragraphs start with a space, so that only the space around the whole text is removed.
        SuspectCharacter.corrected(cell.text).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Reports a cell that holds a spreadsheet's error, which is then no value.
    private mutating func reportError(_ column: ImportColumn) {
        guard let cell = row[column: column.index] else { return }
        if cell.isUncalculated {
            report(ImportProblem.uncalculatedCell, at: column.index)
        } else if let error = SpreadsheetError.read(value(cell)) {
            report(ImportProblem.errorCell(error: error), at: column.index)
        } else {
            return
        }
        errorColumns.insert(column.index)
    }

    private mutating func reportUnsafeCharacters(_ column: ImportColumn) {
        if case .hidden = column.meaning { return }
        for scalar in value(in: column).unicodeScalars {
            let suspect = SuspectCharacter(scalar, after: nil, before: nil)
            if suspect?.isUnsafe == true || scalar.value == 0 {
                return report(UnsafeCharacter(key: KeyName(column.heading), scalar: scalar), at: column.index)
            }
            if suspect?.kind == .replacement { return report(LostCharacter(), at: column.index) }
            if scalar.properties.generalCategory == .privateUse {
                return report(ImportProblem.privateUse(scalar: scalar.value), at: column.index)
            }
        }
    }

    private mutating func reportEmpty(_ meaning: ImportColumn.Meaning) {
        guard let column = columns.first(where: { $0.meaning == meaning }), !errorColumns.contains(column.index) else { return }
        report(ImportProblem.emptyCell(heading: column.heading), at: column.index)
    }

    private mutating func report(
        _ problem: some Problem, at column: Int, naming difference: Message? = nil, notes: [Diagnostic.Note] = []
    ) {
        add(CellProblem(problem, naming: difference, in: place(of: column)), at: column, notes: notes)
    }

    /// The line of the table is not shown, because it may contain private values.
    private mutating func add(_ problem: CellProblem, at column: Int, notes: [Diagnostic.Note] = []) {
        diagnostics.append(Diagnostic(problem, path: table.path, range: range(of: column), notes: notes))
    }

    private func heading(of column: Int) -> String? {
        // The columns are in the order of their indices.
        var (low, high) = (0, columns.count)
        while low < high {
            let middle = (low + high) / 2
            if columns[middle].index < column { low = middle + 1 } else { high = middle }
        }
        return low < columns.count && columns[low].index == column ? columns[low].heading : nil
    }

    private func range(of column: Int) -> SourceRange { table.range(of: row, column: column) }

    private func place(of column: Int) -> CellProblem.Place {
        CellProblem.Place(
            row: row.number, line: range(of: column).start.line, column: table.isIssue ? nil : column,
            heading: heading(of: column), isNamed: table.isSheet)
    }

    /// Joins the lines of a text. There is no space between two lines of which one is wide there.
    private static func joined(_ text: String) -> String {
        var result = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces).replacing("\t", with: " ")
            guard !line.isEmpty else { continue }
            let isWide = result.unicodeScalars.last?.isWide == true || line.unicodeScalars.first?.isWide == true
            result += result.isEmpty || isWide ? line : " " + line
        }
        return result
    }
}

/// The text of a case file that is built from a row, with the column from which each line comes.
struct CaseText: Sendable {
    private var lines: [(text: String, column: Int?, line: Int?)] = [("---", nil, nil)]

    /// Appends a line.
    ///
    /// - Parameters:
    ///   - column: The column from which it comes.
    ///   - line: Its number in the cell, counted from 0, if it is the same line there.
    mutating func add(_ text: String, from column: Int? = nil, line: Int? = nil) {
        lines.append((text, column, line))
    }

    /// Returns the lines that come from a column.
    func lines(from column: Int) -> [String] { lines.filter { $0.column == column }.map(\.text) }

    /// Returns the column from which a line comes, and its number in the cell. Lines are counted from 1.
    func origin(ofLine line: Int) -> (column: Int, line: Int?)? {
        guard line >= 1, line <= lines.count, let column = lines[line - 1].column else { return nil }
        return (column, lines[line - 1].line)
    }

    /// The whole text.
    var text: String { lines.map(\.text).joined(separator: "\n") + "\n" }
}

/// A problem of a cell of a table. Its message starts with the cell's heading and address, as spreadsheets show them.
struct CellProblem: Problem {
    /// Where a cell is.
    struct Place {
        /// The row, counted from 1.
        let row: Int
        /// The line of the file, counted from 1.
        let line: Int
        /// The column, counted from 0; nil outside of tables.
        let column: Int?
        /// The heading of the column; `nil` if it has none.
        let heading: String?
        /// Whether the location of the problem names the cell, as in a workbook.
        let isNamed: Bool
    }

    let id: String
    let severity: Severity
    let message: Message
    let allowed: [String]
    let suggestions: [String]

    /// Creates the problem of a cell from one that does not name it.
    ///
    /// - Parameters:
    ///   - problem: The problem without its cell.
    ///   - difference: A sentence to add to the message.
    ///   - place: The cell.
    init(_ problem: some Problem, naming difference: Message? = nil, in place: Place) {
        id = problem.id
        severity = problem.severity
        let message = problem.message
        self.message = Self.message(difference.map { message.adding($0) } ?? message, place)
        allowed = problem.allowed
        suggestions = problem.suggestions
    }

    /// Creates the problem of a cell from a diagnostic of the case file that was built from it.
    init(_ diagnostic: Diagnostic, in place: Place) {
        id = diagnostic.id
        severity = diagnostic.severity
        message = Self.message(diagnostic.message, place)
        allowed = diagnostic.allowed
        suggestions = diagnostic.suggestions
    }

    /// The line is named by the problem's location, so the row is named only where it is another number.
    private static func message(_ message: Message, _ place: Place) -> Message {
        let heading = place.heading.flatMap { message.ja.hasPrefix("「\($0)」") ? nil : $0 }
        if place.isNamed {
            return heading.map { Message(ja: "「\($0)」: \(message.ja)", en: "“\($0)”: \(message.en)") } ?? message
        }
        guard let column = place.column else {
            guard let heading else { return message }
            let isNamed = message.ja.hasPrefix(heading)
            return Message(ja: (isNamed ? "" : "「\(heading)」: ") + message.ja, en: "“\(heading)”: " + message.en)
        }
        let address = "\(SourcePosition.letters(ofColumn: column))\(place.row)"
        let isOther = place.row != place.line
        let ja = heading.map { "「\($0)」（\(address)）" } ?? "セル\(address)"
        let en = heading.map { "“\($0)” (\(address))" } ?? "Cell \(address)"
        return Message(
            ja: (isOther ? "表の\(place.row)行目の" : "") + ja + ": " + message.ja,
            en: (isOther ? "Row \(place.row) of the sheet, " : "") + en + ": " + message.en)
    }
}
