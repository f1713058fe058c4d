import Basics
import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation

/// Makes the text of a case of a row, and tells everything that is wrong with it at its cell.
struct RowReader {
    let row: CSVReader.Row
    let columns: [ImportColumn]
    let form: CaseForm
    let text: SourceText
    /// The columns that have a heading, known or not.
    let headed: Set<Int>
    private(set) var caseText = CaseText()
    private(set) var title = ""
    private(set) var diagnostics: [Diagnostic] = []

    init(row: CSVReader.Row, columns: [ImportColumn], headed: Set<Int>, form: CaseForm, text: SourceText) {
        self.row = row
        self.columns = columns
        self.headed = headed
        self.form = form
        self.text = text
    }

    /// Reads the row.
    ///
    /// - Parameters:
    ///   - rowOfTitle: The row of each title so far.
    ///   - isWhole: Whether the table has all columns, so that the case can be checked as a whole.
    mutating func read(rowOfTitle: inout [String: Int], isWhole: Bool) {
        for (index, cell) in row.cells.enumerated()
        where !value(cell).isEmpty && !headed.contains(index) {
            tell(ImportProblem.namelessCell, at: index)
        }
        for column in columns { tellUnsafeCharacters(column) }
        addTitle(&rowOfTitle)
        for index in form.order { addTerms(index) }
        addStatus()
        for key in ["summary", "yomi"] {
            guard let (column, value) = value(of: .field(key)) else { continue }
            caseText.add("\(key): \(YAMLScalar.write(Self.joined(value)))", from: column.index)
        }
        for key in ["published", "updated", "review_by"] { addDate(key) }
        for key in ["aliases", "related"] { addList(key) }
        addHidden()
        caseText.add("---")
        for (index, section) in form.schema.sections.enumerated() { addSection(index, section.definition) }
        // What is wrong with a value is told once; only then is there a text to check as a whole.
        guard diagnostics.isEmpty, isWhole else { return }
        for diagnostic in form.check(caseText.text) where diagnostic.severity == .error {
            let column = diagnostic.range.flatMap { caseText.column(ofLine: $0.start.line) } ?? 0
            tell(CellProblem(diagnostic, row: row.number, column: column, heading: heading(of: column)), at: column)
        }
    }

    private mutating func addTitle(_ rowOfTitle: inout [String: Int]) {
        guard let (column, value) = value(of: .field("title")) else { return tellEmpty(.field("title")) }
        title = Self.joined(value)
        caseText.add("title: \(YAMLScalar.write(title))", from: column.index)
        let composed = title.precomposedStringWithCanonicalMapping
        if let other = rowOfTitle[composed] {
            tell(ImportProblem.repeatedTitle(title: title, row: other), at: column.index)
        } else if let path = form.titles[composed] {
            tell(ImportProblem.takenTitle(title: title, path: path), at: column.index)
        }
        rowOfTitle[composed] = rowOfTitle[composed] ?? row.number
    }

    private mutating func addTerms(_ index: Int) {
        let question = form.questions[index]
        guard let (column, value) = value(of: .terms(index)) else {
            return question.isRequired ? tellEmpty(.terms(index)) : ()
        }
        var labels: [String] = []
        for part in TermList.read(value, isMultiple: question.isMultiple, find: { form.terms[index].term(named: $0) }) {
            switch part {
            case .known(let term):
                let label = form.terms[index].labels[term]
                if !labels.contains(label) { labels.append(label) }
            case .unknown(let name):
                let problem = UnknownTerm(
                    taxonomy: question.label, key: question.key, name: name, labels: form.terms[index].labels)
                tell(problem, at: column.index)
            }
        }
        if !question.isMultiple, labels.count > 1 {
            tell(TooManyValues(key: column.heading), at: column.index)
        }
        let written = question.isMultiple ? YAMLScalar.write(labels) : labels.first.map { YAMLScalar.write($0) } ?? ""
        caseText.add("\(question.key): \(written)", from: column.index)
    }

    /// Rows are drafts until somebody says otherwise.
    private mutating func addStatus() {
        guard let (column, value) = value(of: .field("status")) else { return caseText.add("status: draft") }
        let words: [String: Case.Status] = ["下書き": .draft, "公開": .published, "取り下げ": .withdrawn, "取下げ": .withdrawn]
        let folded = foldedName(value)
        guard let status = words[folded] ?? Case.Status(rawValue: folded) else {
            return tell(ImportProblem.unknownStatus(value: value), at: column.index)
        }
        caseText.add("status: \(status.rawValue)", from: column.index)
    }

    private mutating func addDate(_ key: String) {
        guard let (column, value) = value(of: .field(key)) else { return }
        // Spreadsheets put the time of midnight behind a day.
        let words = value.split(whereSeparator: \.isWhitespace)
        let day = words.count == 2 && words[1].contains(":") ? String(words[0]) : value
        guard let date = WrittenDate.read(day) else {
            return tell(BadDate(value: value, meant: nil), at: column.index)
        }
        caseText.add("\(key): \(date.iso)", from: column.index)
    }

    private mutating func addList(_ key: String) {
        guard let (column, value) = value(of: .field(key)) else { return }
        let parts = value.split { ",，、､;；".contains($0) || $0.isWhitespace }.map(String.init)
        if key == "related" {
            for id in parts where !form.ids.contains(id) {
                tell(UnknownRelatedCase(caseID: id, near: nearest(to: id, among: form.ids)), at: column.index)
            }
        }
        caseText.add("\(key): \(YAMLScalar.write(parts))", from: column.index)
    }

    private mutating func addHidden() {
        var isFirst = true
        for column in columns {
            guard case .hidden(let name) = column.meaning, let (_, value) = value(of: column.meaning) else { continue }
            if isFirst { caseText.add("private:") }
            isFirst = false
            caseText.add("  \(YAMLScalar.write(name)): \(YAMLScalar.write(value))", from: column.index)
        }
    }

    private mutating func addSection(_ index: Int, _ section: SectionDefinition) {
        guard let (column, value) = value(of: .section(index)) else {
            return section.isRequired ? tellEmpty(.section(index)) : ()
        }
        caseText.add("")
        caseText.add("## \(section.heading)", from: column.index)
        caseText.add("")
        for line in PlainMarkdown.lines(value) { caseText.add(line, from: column.index) }
    }
}

extension RowReader {
    /// The column with a meaning and its value in the row; nil where there is none or it is empty.
    private func value(of meaning: ImportColumn.Meaning) -> (column: ImportColumn, value: String)? {
        guard let column = columns.first(where: { $0.meaning == meaning }), column.index < row.cells.count else { return nil }
        let value = value(row.cells[column.index])
        return value.isEmpty ? nil : (column, value)
    }

    private func value(_ cell: CSVReader.Cell) -> String {
        // A space before the first line is how paragraphs start in Japanese; only what is around all lines goes.
        cell.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private mutating func tellUnsafeCharacters(_ column: ImportColumn) {
        if case .hidden = column.meaning { return }
        guard let (_, value) = value(of: column.meaning) else { return }
        for scalar in value.unicodeScalars {
            if UnsafeCharacter.isUnsafe(scalar.value), scalar != "\n", scalar != "\t" {
                return tell(UnsafeCharacter(key: column.heading, scalar: scalar.value), at: column.index)
            }
            if scalar.properties.generalCategory == .privateUse {
                return tell(ImportProblem.privateUse(scalar: scalar.value), at: column.index)
            }
        }
    }

    private mutating func tellEmpty(_ meaning: ImportColumn.Meaning) {
        guard let column = columns.first(where: { $0.meaning == meaning }) else { return }
        tell(ImportProblem.emptyCell, at: column.index)
    }

    private mutating func tell(_ problem: some Problem, at column: Int) {
        tell(CellProblem(problem, row: row.number, column: column, heading: heading(of: column)), at: column)
    }

    /// The line itself is not shown, as it may hold what is private.
    private mutating func tell(_ problem: CellProblem, at column: Int) {
        let end = row.cells.last?.source.upperBound ?? 0
        let bytes = column < row.cells.count ? row.cells[column].source : end..<end
        diagnostics.append(Diagnostic(problem, path: text.path, range: row.range(ofBytes: bytes, in: text)))
    }

    private func heading(of column: Int) -> String? {
        columns.first { $0.index == column }?.heading
    }

    /// The lines of a text as one: without a space where both sides are wide.
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
