import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// A column of a table of cases.
struct ImportColumn: Sendable {
    /// What stands in it.
    enum Meaning: Sendable, Hashable {
        /// The value of a key that every case may have.
        case field(String)
        /// Terms of the taxonomy at an index.
        case terms(Int)
        /// The text of the section at an index.
        case section(Int)
        /// Something not to be published, by its name under `private:`.
        case hidden(String)
    }

    /// A column that a form has.
    struct Kind {
        let meaning: Meaning
        /// What its heading can be; the first is the one to show.
        let names: [String]
        let isRequired: Bool
    }

    let meaning: Meaning
    /// As it is written, without the spaces around it.
    let heading: String
    /// From 0.
    let index: Int

    /// What starts the heading of a column that is not published.
    static let hiddenMark = "非公開"

    /// The columns that a form can have, in the order of a case's parts.
    static func kinds(_ form: CaseForm) -> [Kind] {
        let fields = form.schema.caseFields.compactMap { field in
            isColumn(field)
                ? Kind(meaning: .field(field.key), names: field.names + [field.key], isRequired: field.isRequired) : nil
        }
        let terms = form.order.map { index in
            let question = form.questions[index]
            return Kind(
                meaning: .terms(index), names: [question.label, question.key], isRequired: question.isRequired)
        }
        let sections = form.schema.sections.enumerated().map { index, section in
            let definition = section.definition
            return Kind(
                meaning: .section(index), names: [definition.heading, definition.id], isRequired: definition.isRequired)
        }
        return Array(fields.prefix(1)) + terms + sections + Array(fields.dropFirst())
    }

    /// Whether a key has a column: not what is private, which has columns of its own, nor the taxonomies.
    private static func isColumn(_ field: Field) -> Bool {
        switch field.kind {
        case .hidden, .terms: false
        default: true
        }
    }

    /// Finds the columns of a row of headings, and tells of those that are not known, there twice or missing.
    static func read(
        _ row: CSVReader.Row, form: CaseForm, in text: SourceText
    ) -> (columns: [ImportColumn], diagnostics: [Diagnostic]) {
        let known = kinds(form)
        var meanings: [String: Meaning] = [:]
        for column in known {
            for name in column.names where meanings[foldedName(name)] == nil { meanings[foldedName(name)] = column.meaning }
        }
        var columns: [ImportColumn] = []
        var diagnostics: [Diagnostic] = []
        func tell(_ problem: ImportProblem, _ bytes: Range<Int>) {
            diagnostics.append(Diagnostic(problem, path: text.path, range: text.range(ofBytes: bytes)))
        }
        for (index, cell) in row.cells.enumerated() {
            let heading = cell.text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !heading.isEmpty else { continue }
            guard let meaning = hidden(heading) ?? meanings[foldedName(heading)] else {
                tell(.unknownColumn(heading: heading, allowed: known.map { $0.names[0] }), cell.source)
                continue
            }
            if columns.contains(where: { $0.meaning == meaning }) {
                tell(.duplicateColumn(heading: heading), cell.source)
            } else {
                columns.append(ImportColumn(meaning: meaning, heading: heading, index: index))
            }
        }
        for column in known where column.isRequired && !columns.contains(where: { $0.meaning == column.meaning }) {
            tell(.missingColumn(heading: column.names[0]), row.cells[0].source)
        }
        return (columns, diagnostics)
    }

    /// A heading that starts with `非公開`; what follows, without the signs between, is the name.
    private static func hidden(_ heading: String) -> Meaning? {
        let folded = heading.precomposedStringWithCompatibilityMapping
        guard folded.hasPrefix(hiddenMark) else { return nil }
        let signs = CharacterSet(charactersIn: ":()[]「」・-_/").union(.whitespacesAndNewlines)
        let name = folded.dropFirst(hiddenMark.count).trimmingCharacters(in: signs)
        return .hidden(name.isEmpty ? hiddenMark : name)
    }
}
