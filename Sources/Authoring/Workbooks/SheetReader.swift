import Basics
import CasebookLoading

/// Reads the cells of a sheet.
struct SheetReader {
    /// What the cells of all sheets refer to.
    struct Context {
        let texts: [String]
        let formats: NumberFormats
        /// Whether days are counted from 1904, as in old files of Excel for Mac.
        let is1904: Bool
    }

    /// How many cells with content a sheet can have here.
    private static let mostCells = 5_000_000

    private let context: Context
    private var sheet: Workbook.Sheet
    private var cellCount = 0

    // The row and the cell that are being read.
    private var row = Workbook.Row(number: 0, isHidden: false, cells: [])
    private var column = -1
    private var type = "n"
    private var style = 0
    private var hasFormula = false
    private var value = ""
    private var inline = CellText()

    init(name: String, isHidden: Bool, context: Context) {
        self.context = context
        sheet = Workbook.Sheet(name: name, isHidden: isHidden)
    }

    /// Reads the part of the sheet.
    mutating func read(_ bytes: [UInt8]) throws(Workbook.Failure) -> Workbook.Sheet {
        var failure: Workbook.Failure?
        do throws(XMLReader.Failure) {
            var reader = try XMLReader(bytes)
            var open: [String] = []
            while let event = try reader.next() {
                switch event {
                case .start(let element):
                    failure = failure ?? start(element, in: open.last)
                    open.append(element.name.local)
                case .text(let text):
                    if open.last == "v" { value += text } else { inline.add(text, in: open) }
                case .end:
                    switch open.removeLast() {
                    case "c": failure = failure ?? endCell()
                    case "row": endRow()
                    default: break
                    }
                }
                if failure != nil { break }
            }
        } catch {
            throw .damaged
        }
        if let failure { throw failure }
        return sheet
    }

    private mutating func start(_ element: XMLReader.Element, in parent: String?) -> Workbook.Failure? {
        switch (element.name.local, parent) {
        case ("row", "sheetData"):
            let number = element["r"].flatMap { Int($0) } ?? row.number + 1
            guard number > row.number, number <= Workbook.mostRows else { return .damaged }
            row = Workbook.Row(number: number, isHidden: ["1", "true"].contains(element["hidden"]), cells: [])
            column = -1
        case ("c", "row"):
            let next = element["r"].map { CellName($0)?.column } ?? column + 1
            guard let next, next > column, next < Workbook.mostColumns else { return .damaged }
            column = next
            type = element["t"] ?? "n"
            style = element["s"].flatMap { Int($0) } ?? 0
            (hasFormula, value, inline) = (false, "", CellText())
        case ("f", "c"): hasFormula = true
        case ("mergeCell", "mergeCells"):
            let ends = (element["ref"] ?? "").split(separator: ":").map { CellName($0) }
            if ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row, first.column <= last.column {
                sheet.merges.append(
                    Workbook.Merge(rows: first.row...last.row, columns: first.column...last.column))
            }
        default: break
        }
        return nil
    }

    private mutating func endCell() -> Workbook.Failure? {
        let content: (kind: Workbook.Cell.Kind, text: String)
        switch type {
        case "s":
            // A cell that refers to no text has none.
            guard !value.isEmpty else { return nil }
            guard let index = Int(value), context.texts.indices.contains(index) else { return .damaged }
            content = (.text, context.texts[index])
        case "inlineStr": content = (.text, inline.text)
        case "str": content = (.text, CellText.decoded(value))
        case "b": content = (.truth, ["1", "true"].contains(value) ? "TRUE" : value.isEmpty ? "" : "FALSE")
        case "e": content = (.error, value)
        case "d": content = (.date, value)
        default: content = number()
        }
        guard !content.text.isEmpty || hasFormula && type != "str" && type != "inlineStr" else { return nil }
        cellCount += 1
        guard cellCount <= Self.mostCells else { return .tooLarge }
        let kind = content.text.isEmpty ? Workbook.Cell.Kind.uncalculated : content.kind
        row.cells.append(Workbook.Cell(column: column, kind: kind, text: content.text))
        return nil
    }

    private mutating func endRow() {
        if !row.cells.isEmpty { sheet.rows.append(row) }
    }

    /// The content of a cell with a number, which is a date only by its format.
    private func number() -> (kind: Workbook.Cell.Kind, text: String) {
        guard let number = Double(value), number.isFinite else { return (.number, value) }
        switch context.formats.kind(ofStyle: style) {
        case .date:
            guard let text = SpreadsheetDate.text(of: number, is1904: context.is1904) else { break }
            return (.date, text)
        case .time where number >= 0 && number < 1:
            return (.date, SpreadsheetDate.time(ofSeconds: Int((number * 86_400).rounded())))
        case .percent: return (.number, Self.text(of: (number * 1e10).rounded() / 1e8) + "%")
        case .time, .other: break
        }
        return (.number, Self.text(of: number))
    }

    /// The shortest text of a number: `3`, `0.1`.
    private static func text(of number: Double) -> String {
        abs(number) < 1e15 && number == number.rounded() ? String(Int(number)) : String(number)
    }
}

/// Days as spreadsheets count them.
enum SpreadsheetDate {
    /// The day of a number as `2026-04-01`, with a time as `2026-04-01 9:30:00`; nil if there is no such day.
    static func text(of number: Double, is1904: Bool) -> String? {
        // Half a second more or less is a mistake of rounding.
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        let (day, rest) = (seconds / 86_400, seconds % 86_400)
        if day == 0, !is1904 { return rest == 0 ? nil : time(ofSeconds: rest) }
        guard let date = WrittenDate.day(ofSerial: day, is1904: is1904) else { return nil }
        return rest == 0 ? date : date + " " + time(ofSeconds: rest)
    }

    /// A time of day: `9:30`, or `9:30:05`.
    static func time(ofSeconds seconds: Int) -> String {
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let rest = seconds % 60
        return "\(seconds / 3600):\(padded(seconds / 60 % 60))" + (rest == 0 ? "" : ":\(padded(rest))")
    }
}
