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
package struct CSVReader {
    /// A cell with its text, and its range in the file, with quotation marks.
    package struct Cell: Sendable {
        package let text: String
        package let source: Range<Int>
    }

    /// A row of cells.
    package struct Row: Sendable {
        /// The line on which the row starts, counted from 1.
        package let line: Int
        package let cells: [Cell]
    }

    /// What is not written as the grammar has it.
    package enum Mistake: Sendable, Hashable {
        /// A quotation mark that opens a cell has no closing one.
        case unclosedCell
        /// There is text after the closing quotation mark.
        case textAfterQuote
    }

    private let text: SourceText
    private var index = 0
    private var mistakes: [(mistake: Mistake, bytes: Range<Int>)] = []

    /// Parses all rows.
    package static func read(_ text: SourceText) -> (rows: [Row], mistakes: [(mistake: Mistake, bytes: Range<Int>)]) {
        var reader = CSVReader(text: text)
        var rows: [Row] = []
        var line = 1
        while reader.index < text.utf8.count {
            let start = reader.index
            rows.append(Row(line: line, cells: reader.readRecord()))
            line += text.utf8[start..<min(reader.index, text.utf8.count)].count { $0 == 0x0A }
        }
        return (rows, reader.mistakes)
    }

    private init(text: SourceText) {
        self.text = text
    }

    private mutating func readRecord() -> [Cell] {
        var cells = [readCell()]
        while byte == UInt8(ascii: ",") {
            index += 1
            cells.append(readCell())
        }
        index += 1
        return cells
    }

    private mutating func readCell() -> Cell {
        let start = index
        guard byte == UInt8(ascii: "\"") else {
            skipPlain()
            return Cell(text: text.string(start..<index), source: start..<index)
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
                mistakes.append((.textAfterQuote, rest..<index))
                value += text.utf8[rest..<index]
            }
            return Cell(text: String(decoding: value, as: UTF8.self), source: start..<index)
        }
        mistakes.append((.unclosedCell, start..<start + 1))
        return Cell(text: String(decoding: value, as: UTF8.self), source: start..<index)
    }

    private mutating func skipPlain() {
        while let next = byte, next != UInt8(ascii: ","), next != 0x0A { index += 1 }
    }

    /// The byte at the index; `nil` at the end.
    private var byte: UInt8? { index < text.utf8.count ? text.utf8[index] : nil }
}
