import Diagnostics
import Foundation

/// Finds the row of headings of a table. Above it there can be a line `sep=,`, which spreadsheets understand, and the sheet's title.
enum TableHead {
    /// The row of headings, or why there is none.
    enum Result {
        /// The rows from the headings on, and how many rows with words are above them.
        case found(rows: ArraySlice<Table.Row>, above: Int)
        case problem(ImportProblem, at: Table.Row)
    }

    /// How many rows can be above the headings.
    private static let searched = 10

    /// Finds the headings among the rows that are not empty.
    ///
    /// Rows above them are passed over only if that is beyond doubt: none has a known heading or, in a CSV file, more than two cells, and
    /// the headings are complete.
    static func find(in table: Table, form: CaseForm) -> Result? {
        var rows = table.filledRows[...]
        if let first = rows.first, let separator = separator(first) {
            guard separator == "," else { return .problem(.wrongSeparator(tab: separator == "\t"), at: first) }
            rows = rows.dropFirst()
        }
        guard let first = rows.first else { return nil }
        let names = ImportColumn.Names(form)
        guard names.meanings(of: first).isEmpty,
            let index = rows.prefix(searched).firstIndex(where: { names.meanings(of: $0).count >= 2 })
        else { return .found(rows: rows, above: 0) }
        // In a sheet nobody writes a case above the headings.
        let isTitle = table.isSheet || rows[..<index].allSatisfy { $0.filled.count <= 2 }
        guard isTitle, names.isComplete(rows[index]) else {
            return .problem(.headingsBelow(line: rows[index].line), at: first)
        }
        return .found(rows: rows[index...], above: index - rows.startIndex)
    }

    /// The separator that a line `sep=` names.
    private static func separator(_ row: Table.Row) -> Character? {
        let text = row.cells.map(\.text).joined(separator: ",").lowercased()
        guard text.count == 5, text.hasPrefix("sep=") else { return nil }
        return text.last
    }
}
