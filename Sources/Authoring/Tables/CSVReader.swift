import Diagnostics

/// Parses a table in CSV with the range of every cell, and always reads to the end.
///
/// A reader of our own, because problems are reported at cells, and CSV libraries do not return the ranges of cells.
///
/// The grammar is that of RFC 4180, section 2, with lines that end with LF:
///
/// ```
/// file   = record *(LF record) [LF]
/// record = cell *("," cell)
/// cell   = quoted | plain
/// quoted = DQUOTE *(any but DQUOTE | 2DQUOTE) DQUOTE
/// plain  = *(any but "," and LF)          ; a DQUOTE inside is an ordinary character
/// ```
struct CSVReader {
    private let text: SourceText
    private var index = 0
    private var diagnostics: [Diagnostic] = []

    /// Parses all rows.
    static func read(_ text: SourceText) -> (rows: [Table.Row], diagnostics: [Diagnostic]) {
        var reader = CSVReader(text: text)
        var rows: [Table.Row] = []
        var line = 1
        while reader.index < text.utf8.count {
            let start = reader.index
            rows.append(Table.Row(number: rows.count + 1, line: line, cells: reader.readRecord()))
            line += text.utf8[start..<min(reader.index, text.utf8.count)].count { $0 == 0x0A }
        }
        return (rows, reader.diagnostics)
    }

    private init(text: SourceText) {
        self.text = text
    }

    private mutating func readRecord() -> [Table.Cell] {
        var cells = [readCell(0)]
        while byte == UInt8(ascii: ",") {
            index += 1
            cells.append(readCell(cells.count))
        }
        index += 1
        return cells
    }

    private mutating func readCell(_ column: Int) -> Table.Cell {
        let start = index
        guard byte == UInt8(ascii: "\"") else {
            skipPlain()
            return Table.Cell(text: text.string(start..<index), column: column, source: start..<index)
        }
        index += 1
        var value: [UInt8] = []
        while let next = byte {
            index += 1
            guard next == UInt8(ascii: "\"") else {
                value.append(next)
                continue
            }
            if byte == UInt8(ascii: "\"") {
                value.append(next)
                index += 1
                continue
            }
            if byte != nil, byte != UInt8(ascii: ","), byte != 0x0A {
                let rest = index
                skipPlain()
                report(.textAfterQuote, rest..<index)
                value += text.utf8[rest..<index]
            }
            return Table.Cell(text: String(decoding: value, as: UTF8.self), column: column, source: start..<index)
        }
        report(.unclosedCell, start..<start + 1)
        return Table.Cell(text: String(decoding: value, as: UTF8.self), column: column, source: start..<index)
    }

    private mutating func skipPlain() {
        while let next = byte, next != UInt8(ascii: ","), next != 0x0A { index += 1 }
    }

    /// The byte at the index; `nil` at the end.
    private var byte: UInt8? { index < text.utf8.count ? text.utf8[index] : nil }

    private mutating func report(_ problem: ImportProblem, _ bytes: Range<Int>) {
        diagnostics.append(Diagnostic(problem, path: text.path, range: text.range(ofBytes: bytes)))
    }
}
