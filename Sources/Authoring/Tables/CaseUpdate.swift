import CasebookLoading
import Diagnostics
import Foundation

/// A case that a row of a table changes.
public struct CaseUpdate: Sendable {
    /// A part of the case that becomes another one.
    public struct Change: Sendable {
        /// The heading of the column.
        let heading: String
        let before: String
        let after: String
    }

    public let title: String
    /// The file as it is.
    public let before: SourceFile
    /// The bytes that it gets.
    public let after: [UInt8]
    public let changes: [Change]

    /// The file and what changes in it, one line for each part.
    public func text(in language: Language) -> String {
        let lines = changes.map { change in
            let (before, after) = Self.excerpts(change.before, change.after)
            let nothing = language == .ja ? "（なし）" : "(nothing)"
            let (old, new) = (before.isEmpty ? nothing : before, after.isEmpty ? nothing : after)
            return "  \(change.heading): \(old) → \(new)"
        }
        return (["\(before.path)  \(title)"] + lines).joined(separator: "\n")
    }

    /// The two texts from a little before the first difference, on one line each.
    private static func excerpts(_ before: String, _ after: String) -> (String, String) {
        let (old, new) = (Array(before), Array(after))
        let common = zip(old, new).prefix { $0 == $1 }.count
        func excerpt(_ text: [Character]) -> String {
            let start = text.count > 60 ? max(0, common - 15) : 0
            let part = text[start...].prefix(60)
            let line = String(part.map { $0.isNewline ? " " : $0 })
            return (start > 0 ? "…" : "") + line + (start + part.count < text.count ? "…" : "")
        }
        return (excerpt(old), excerpt(new))
    }
}

extension CaseUpdate {
    /// Compares a row with the case that it changes: the lines that import makes of the row with those that it makes of the case.
    ///
    /// - Parameters:
    ///   - known: The case.
    ///   - reader: The reader of the row, without problems.
    /// - Returns: Nil if the row changes nothing.
    /// - Throws: If the changes cannot be written into the file.
    init?(of known: ExistingCase, by reader: RowReader) throws(EditRefusal) {
        var taken: Set<ImportColumn.Meaning> = []
        let cells = reader.columns.map { column in
            // The first of several columns has all terms.
            let isFirst = taken.insert(column.meaning).inserted
            return Table.Cell(
                text: isFirst ? known.cell(column.meaning, isMarkdown: column.isMarkdown) : "", column: column.index)
        }
        let row = Table.Row(number: reader.row.number, line: reader.row.line, cells: cells)
        var old = RowReader(
            row: row, columns: reader.columns, headed: reader.headed, form: reader.form, table: reader.table, existing: known)
        var none: [String: (path: String, range: SourceRange)] = [:]
        old.read(titles: &none, isWhole: false, width: 0)
        var keys: [String] = []
        var sections: [Int: String] = [:]
        var changes: [Change] = []
        for column in reader.columns where taken.remove(column.meaning) != nil {
            let same = reader.columns.filter { $0.meaning == column.meaning }.map(\.index)
            let (before, after) = (same.flatMap(old.caseText.lines), same.flatMap(reader.caseText.lines))
            guard before != after else { continue }
            switch column.meaning {
            case .id, .hidden, .ignored: continue
            // Without a state, a case keeps the one that it has.
            case .field("status") where after.isEmpty: continue
            case .field(let key): keys.append(key)
            case .terms(let index): keys.append(reader.form.questions[index].key)
            // The first line is the heading.
            case .section(let index): sections[index] = after.dropFirst().joined(separator: "\n")
            }
            let texts = same.compactMap { reader.row[column: $0]?.text }.map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            changes.append(
                Change(
                    heading: column.heading, before: known.cell(column.meaning, isMarkdown: column.isMarkdown),
                    after: texts.filter { !$0.isEmpty }.joined(separator: "、")))
        }
        let bytes = try known.taking(keys, from: reader.caseText.text, sections: sections)
        guard bytes != known.file.bytes else { return nil }
        title = known.title
        before = known.file
        after = bytes
        self.changes = changes
    }
}
