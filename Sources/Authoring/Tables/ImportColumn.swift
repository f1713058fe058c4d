import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// A column of a table of cases.
struct ImportColumn: Sendable {
    /// What the cells of a column contain.
    enum Meaning: Sendable, Hashable {
        /// The value of a key that a case can have.
        case field(String)
        /// Terms of the taxonomy at an index.
        case terms(Int)
        /// The text of the section at an index.
        case section(Int)
        /// A value that is not published, with its key under `private:`.
        case hidden(String)
        /// The id of an existing case.
        case id
        /// A value that is not read, with the heading of its column.
        case ignored(String)
    }

    /// A column that a table can have.
    struct Kind {
        let meaning: Meaning
        /// The possible headings. The first one is shown to people.
        let names: [String]
        let isRequired: Bool
    }

    let meaning: Meaning
    /// The heading as it is written, without the spaces around it.
    var heading: String
    /// The column's index in the row, counted from 0.
    let index: Int

    /// Whether the cells of a section are Markdown, not plain texts.
    var isMarkdown = false
    /// Whether lines of a section that start with `- ` are items of lists.
    var hasLists = false

    /// The headings of the column with the ids of existing cases.
    static let idNames = ["番号", "id"]
    /// The end of the heading of a section whose cells are Markdown.
    static func markdownMark(in language: Language) -> String { language == .ja ? "（Markdown）" : " (Markdown)" }

    /// The word that starts the heading of a column that is not published.
    static let hiddenMark = CaseQuestion.hiddenMark
    /// The same in English casebooks; a sign follows it.
    static let englishHiddenMark = CaseQuestion.englishHiddenMark

    /// Returns the columns that a table can have, in the order of the parts of a case.
    static func kinds(_ form: CaseForm) -> [Kind] {
        let declared = Set(form.fields.map(\.key))
        let kind = { (field: Field) in
            // The names of keys are Japanese; those of declared fields are the casebook's own.
            let isKeyFirst = form.language == .en && !declared.contains(field.key)
            let names = isKeyFirst ? [field.key] + field.names : field.names + [field.key]
            return isColumn(field) ? Kind(meaning: .field(field.key), names: names, isRequired: field.isRequired) : nil
        }
        let fields = form.schema.caseFields.filter { !declared.contains($0.key) }.compactMap(kind)
        let declaredFields = form.schema.caseFields.filter { declared.contains($0.key) }.compactMap(kind)
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
        return Array(fields.prefix(1)) + terms + sections + declaredFields + Array(fields.dropFirst())
    }

    /// Whether a key has a column here. Private values and taxonomies have columns of their own.
    private static func isColumn(_ field: Field) -> Bool {
        switch field.kind {
        case .hidden, .terms: false
        default: true
        }
    }

    /// Reads a row of headings, and reports columns that are unknown, duplicate or missing.
    static func read(
        _ row: Table.Row, form: CaseForm, in table: Table, isUpdate: Bool = false
    ) -> (columns: [ImportColumn], diagnostics: [Diagnostic]) {
        let known = kinds(form)
        let names = Names(form)
        var columns: [ImportColumn] = []
        var found: [Meaning: (heading: String, cell: Table.Cell)] = [:]
        let isForm = table.isForm
        var diagnostics: [Diagnostic] = []
        func report(_ problem: ImportProblem, _ cell: Table.Cell?) {
            diagnostics.append(Diagnostic(problem, path: table.path, range: cell.map(table.range)))
        }
        // Without any known heading, the first row may be a case.
        let hasKnown = !names.meanings(of: row).isEmpty
        var unknown: Set<String> = []
        var repeated: Set<String> = []
        for cell in row.cells {
            let heading = cell.text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !heading.isEmpty else { continue }
            guard let meaning = names.meaning(of: heading) else {
                // Headings that differ by marks only are one mistake.
                guard unknown.insert(Names.tight(heading)).inserted else { continue }
                let quoted = hasKnown && !mayBeValue(heading) ? heading : nil
                report(.unknownColumn(heading: quoted, allowed: known.map { $0.names[0] }, isForm: isForm), cell)
                continue
            }
            let isRepeated = names.mayRepeat(meaning) && repeated.insert(Names.tight(heading)).inserted
            if let first = found[meaning], !isRepeated {
                report(
                    .duplicateColumn(
                        heading: heading, column: table.name(of: cell), first: first.heading,
                        firstColumn: table.name(of: first.cell)), cell)
            } else {
                if case .ignored = meaning {
                } else {
                    let ends = { (mark: String) in foldedName(heading).hasSuffix(foldedName(mark)) }
                    columns.append(
                        ImportColumn(
                            meaning: meaning, heading: heading, index: cell.column, isMarkdown: ends("(Markdown)"),
                            hasLists: ends(CaseQuestion.listsMark) || ends(CaseQuestion.englishListsMark)))
                }
                if found[meaning] == nil { found[meaning] = (heading, cell) }
            }
        }
        if let id = found[.id], !isUpdate { report(.idsWithoutUpdate, id.cell) }
        // A table that changes cases needs only the columns that it changes.
        for column in known where column.isRequired && found[column.meaning] == nil && found[.id] == nil {
            report(.missingColumn(heading: column.names[0], isForm: isForm), row.cells.first)
        }
        return (columns, diagnostics)
    }

    /// Whether a text is more likely a value, perhaps a private one, than a heading.
    private static func mayBeValue(_ text: String) -> Bool {
        text.count > 40 || text.contains("@") || text.contains("＠") || text.count { $0.isNumber } > 3
    }

    /// The headings that a table can have, by the forms in which they are compared.
    struct Names {
        private var meanings: [String: Meaning] = [:]
        private var tightMeanings: [String: Meaning] = [:]
        private let required: [Meaning]
        /// The columns that `casebook.yml` declares to be not published or not read.
        private var declared: [String: Meaning] = [:]
        /// The taxonomies of which a case can have several terms, and so several columns: `関わる人・機関`, `関わる人・機関 2`.
        private let multiple: Set<Meaning>

        init(_ form: CaseForm) {
            let kinds = ImportColumn.kinds(form)
            required = kinds.filter(\.isRequired).map(\.meaning)
            multiple = Set(form.questions.indices.filter { form.questions[$0].isMultiple }.map { Meaning.terms($0) })
            let settings = form.schema.record.records("import").first
            for (key, meaning) in [("unpublished", Meaning.hidden), ("ignored", Meaning.ignored)] {
                for name in settings?.list(key, in: form.schema.source) ?? [] {
                    declared[Self.tight(name.value)] = meaning(name.value)
                }
            }
            for name in ImportColumn.idNames { meanings[foldedName(name)] = .id }
            for column in kinds {
                for name in column.names {
                    let (folded, tight) = (foldedName(name), Self.tight(name))
                    if meanings[folded] == nil { meanings[folded] = column.meaning }
                    if tightMeanings[tight] == nil { tightMeanings[tight] = column.meaning }
                }
            }
        }

        /// The meaning of a heading, also with other marks than the name has: `【題名】`, `題名：`, `題名（必須）`.
        func meaning(of heading: String) -> Meaning? {
            if let meaning = ImportColumn.hidden(heading) ?? meanings[foldedName(heading)] { return meaning }
            let tight = Self.tight(heading)
            if let meaning = tightMeanings[tight] ?? declared[tight] { return meaning }
            // One of several columns for the same taxonomy.
            let unnumbered = String(tight.reversed().drop { $0.isNumber }.reversed())
            return unnumbered == tight ? nil : tightMeanings[unnumbered].flatMap { mayRepeat($0) ? $0 : nil }
        }

        /// Whether a table can have several columns with a meaning.
        func mayRepeat(_ meaning: Meaning) -> Bool { multiple.contains(meaning) }

        /// The meaning of a cell, if it is a heading.
        func meaning(ofCell cell: Table.Cell) -> Meaning? {
            // No heading is longer.
            cell.text.utf8.count > 1_000 ? nil : meaning(of: cell.text.trimmingCharacters(in: .whitespacesAndNewlines))
        }

        /// The meanings of the headings in a row that are known.
        func meanings(of row: Table.Row) -> [Meaning] {
            row.cells.compactMap(meaning(ofCell:))
        }

        /// Whether a row has every column that is required.
        func isComplete(_ row: Table.Row) -> Bool {
            let found = meanings(of: row)
            return required.allSatisfy(found.contains)
        }

        /// A heading without blanks and marks, and without 必須 and 任意 in brackets.
        static func tight(_ heading: String) -> String {
            var folded = foldedName(heading)
            for note in [
                "(必須)", "(任意)", "(required)", "(optional)", "(markdown)", "(箇条書き)", "(lists)", "【必須】", "【任意】", "[必須]", "[任意]",
            ] {
                folded = folded.replacing(note, with: "")
            }
            return folded.filter { $0.isLetter || $0.isNumber }
        }
    }

    /// Returns the meaning of a heading that starts with `非公開` or `private:`. The rest, without punctuation around it, is the key.
    fileprivate static func hidden(_ heading: String) -> Meaning? {
        let folded = heading.precomposedStringWithCompatibilityMapping
        let signs = CharacterSet(charactersIn: ":()[]「」・-_/").union(.whitespacesAndNewlines)
        let mark: String
        if folded.hasPrefix(hiddenMark) {
            mark = hiddenMark
        } else {
            mark = englishHiddenMark
            let rest = folded.dropFirst(mark.count)
            guard folded.lowercased().hasPrefix(mark), rest.first.map({ ":(-".contains($0) }) ?? true else { return nil }
        }
        let name = folded.dropFirst(mark.count).trimmingCharacters(in: signs)
        return .hidden(name.isEmpty ? mark : name)
    }
}
