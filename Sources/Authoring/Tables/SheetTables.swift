import Diagnostics

/// Finds the tables of cases in a workbook: sheets with a row of headings and one case per row, and sheets with one case, where each
/// heading has its text in the next column. Other sheets and hidden ones are left out.
struct SheetTables {
    private(set) var tables: [Table] = []
    /// What was left out or is easily overlooked.
    private(set) var messages: [Message] = []

    /// How many rows from the top can have the headings of a table.
    private static let searchedRows = 50

    /// - Parameters:
    ///   - workbook: The workbook.
    ///   - path: Its path.
    ///   - names: The headings that a table can have.
    init(_ workbook: Workbook, path: String, names: ImportColumn.Names) {
        if workbook.hasMacros {
            messages.append(
                Message(
                    ja: "「\(path)」のマクロは動かさず、セルに書かれた内容だけを読みました。",
                    en: "The macros of “\(path)” were not run; only the contents of its cells were read."))
        }
        var others: [(table: Table, headings: Int)] = []
        for sheet in workbook.sheets where !sheet.isHidden && !sheet.rows.isEmpty {
            let rows = sheet.rows.map(Self.row)
            let path = "\(path)「\(sheet.name)」"
            let inRow = rows.prefix(Self.searchedRows).map { Set(names.meanings(of: $0)).count }.max() ?? 0
            let column = Self.columnOfNames(rows, names)
            if inRow < 2, let column, column.count >= 2 {
                tables.append(Self.form(rows, column.index, sheet.merges, path, names))
            } else if inRow >= 2, let column, column.count > inRow {
                tables.append(Self.form(rows, column.index, sheet.merges, path, names))
            } else {
                let table = Table(path: path, layout: .sheet, rows: rows)
                if inRow >= 2 { tables.append(table) } else { others.append((table, inRow)) }
            }
            let hidden = sheet.rows.count(where: \.isHidden)
            if hidden > 0, inRow >= 2 {
                messages.append(
                    Message(
                        ja: "\(path)の、表示されていない\(hidden)行も読みました。",
                        en: "\(hidden) hidden rows of \(path) were read, too."))
            }
        }
        guard !tables.isEmpty else {
            // What is wrong with the headings of the sheet that comes nearest is reported as for any table.
            tables = others.filter { $0.headings > 0 }.prefix(1).map(\.table)
            return
        }
        for other in others {
            messages.append(
                Message(
                    ja: "\(other.table.path)は、題名などの見出しがないので読んでいません。",
                    en: "\(other.table.path) was not read, because it has no headings such as the title."))
        }
    }

    /// The sheet with the most rows alone, whatever its headings are.
    init(largestOf workbook: Workbook, path: String) {
        let sheets = workbook.sheets.filter { !$0.isHidden && !$0.rows.isEmpty }
        guard let most = sheets.map(\.rows.count).max(), let sheet = sheets.first(where: { $0.rows.count == most }) else {
            return
        }
        tables = [Table(path: "\(path)「\(sheet.name)」", layout: .sheet, rows: sheet.rows.map(Self.row))]
        if sheets.count > 1 {
            messages.append(
                Message(
                    ja: "シート「\(sheet.name)」だけを読みました。", en: "Of the sheets, only “\(sheet.name)” was read."))
        }
    }

    private static func row(_ row: Workbook.Row) -> Table.Row {
        let cells = row.cells.map { cell in
            Table.Cell(
                text: cell.text, column: cell.column, place: Table.Place(row: row.number, column: cell.column),
                isUncalculated: cell.kind == .uncalculated)
        }
        return Table.Row(number: row.number, line: row.number, cells: cells)
    }

    /// The column with the most different headings, and how many these are.
    private static func columnOfNames(_ rows: [Table.Row], _ names: ImportColumn.Names) -> (index: Int, count: Int)? {
        var found: [Int: Set<ImportColumn.Meaning>] = [:]
        // No form is longer than that.
        for row in rows.prefix(300) {
            for cell in row.cells.prefix(50) {
                if let meaning = names.meaning(ofCell: cell) { found[cell.column, default: []].insert(meaning) }
            }
        }
        let best = found.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
        return best.map { ($0.key, $0.value.count) }
    }

    /// The table of a sheet with one case.
    ///
    /// What is above the first heading is the title of the form. A name that is no heading has no column unless there is a value next to
    /// it: it is a line between the parts of the form. A value without a name gets a column without a heading.
    private static func form(
        _ rows: [Table.Row], _ column: Int, _ merges: [Workbook.Merge], _ path: String, _ names: ImportColumn.Names
    ) -> Table {
        let start = rows.firstIndex { $0[column: column].map { names.meaning(ofCell: $0) != nil } ?? false } ?? 0
        var headings: [Table.Cell] = []
        var values: [Table.Cell] = []
        var index = start
        while index < rows.count {
            let row = rows[index]
            index += 1
            let name = row[column: column]
            if let name, name.text.drop(while: \.isWhitespace).hasPrefix(CaseImport.noteMark) { continue }
            let merge = merges.first { $0.rows.contains(row.number) && $0.columns.contains(column) }
            let place = Table.Place(row: row.number, column: (merge?.columns.upperBound ?? column) + 1)
            var found = [row[column: place.column]].compactMap { $0 }
            // A name that reaches over several rows has the values of all of them.
            while let merge, index < rows.count, merge.rows.contains(rows[index].number) {
                if let value = rows[index][column: place.column] { found.append(value) }
                index += 1
            }
            let text = found.map(\.text).filter { !Table.isBlank($0) }.joined(separator: "\n")
            let isUncalculated = found.contains(where: \.isUncalculated)
            let isKnown = name.flatMap { names.meaning(ofCell: $0) } != nil
            guard isKnown || !text.isEmpty || isUncalculated else { continue }
            if let name, !Table.isBlank(name.text) {
                headings.append(Table.Cell(text: name.text, column: values.count, place: name.place))
            }
            values.append(
                Table.Cell(text: text, column: values.count, place: found.first?.place ?? place, isUncalculated: isUncalculated)
            )
        }
        let number = rows.indices.contains(start) ? rows[start].number : 1
        return Table(
            path: path, layout: .form,
            rows: [
                Table.Row(number: number, line: number, cells: headings),
                Table.Row(number: number, line: number, cells: values),
            ])
    }
}
