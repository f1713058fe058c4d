/// A pipe table as it stands in the text.
///
/// Grammar, a line each, after the table extension that GitHub describes:
/// ```
/// table     = row delimiter row*
/// row       = ["|"] cell ("|" cell)* ["|"]
/// delimiter = ["|"] marker ("|" marker)* ["|"]     with at least one "|"
/// marker    = [":"] "-"+ [":"]
/// ```
/// `\|` is a bar in a cell, in code too. The bars of ruby, `{漢字|かんじ}`, separate no cells. A line that starts another block
/// ends the table, as it ends the paragraph that libcmark takes the table for.
struct TableText {
    enum Alignment: Int32 {
        case none, left, center, right
    }

    /// More columns than any page can show; with them, rows could ask for more cells than a text has bytes.
    static let columnLimit = 100

    let alignments: [Alignment]
    /// The header and the rows below the delimiter: the cells of each.
    let rows: [[LeafText]]

    /// Each cell as the text of a heading of one line, which holds inlines alone; libcmark takes the last `#` off.
    var cellsAsHeadings: [UInt8] {
        var bytes: [UInt8] = []
        for cell in rows.joined() {
            bytes.append(contentsOf: "# ".utf8)
            bytes.append(contentsOf: cell.bytes)
            bytes.append(contentsOf: " #\n".utf8)
        }
        return bytes
    }

    // MARK: Reading

    /// Whether any line of a text could be a table's delimiter.
    static func mayStand(in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) -> Bool {
        guard lines.hasBar else { return false }
        return (1...max(lines.count, 1)).contains { number in
            let line = bytes[lines.line(number)].drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
            return isDelimiter(line)
        }
    }

    /// Whether a line, without its indentation, could be a delimiter.
    static func isDelimiter(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = line.first, first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":")
        else { return false }
        var hasBar = false
        var hasDash = false
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"): hasBar = true
            case UInt8(ascii: "-"): hasDash = true
            case UInt8(ascii: ":"): break
            case _ where byte.isASCIISpace: break
            default: return false
            }
        }
        return hasBar && hasDash
    }

    /// The alignments that a delimiter asks for, a column each; nil if the line is none.
    static func alignments(of line: LeafText) -> [Alignment]? {
        guard line.bytes.withUnsafeBufferPointer({ isDelimiter($0[...]) }) else { return nil }
        var alignments: [Alignment] = []
        for cell in cells(of: line) {
            let marker = cell.bytes
            let isLeft = marker.first == UInt8(ascii: ":")
            let isRight = marker.count > 1 && marker.last == UInt8(ascii: ":")
            let dashes = marker.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft && isRight ? .center : isLeft ? .left : isRight ? .right : .none)
        }
        return alignments
    }

    /// The cells of a row.
    static func cells(of line: LeafText) -> [LeafText] {
        let bytes = line.bytes
        var end = bytes.count
        while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
        var index = 0
        while index < end, bytes[index].isASCIISpace { index += 1 }
        if index < end, bytes[index] == UInt8(ascii: "|") { index += 1 }
        var cells: [LeafText] = []
        var cell = CellReader(line: line, start: index)
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "|"):
                cells.append(cell.finish(at: index))
                cell = CellReader(line: line, start: index + 1)
                index += 1
            case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1] == UInt8(ascii: "|"):
                cell.drop(index)
                index += 2
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "{"):
                if case .ruby(let ruby) = Ruby.match(in: bytes, at: index, limit: end) { index = ruby.end } else { index += 1 }
            default: index += 1
            }
        }
        let last = cell.finish(at: end)
        if end > cell.first || cells.isEmpty { cells.append(last) }
        return cells
    }
}

/// Cuts one cell out of a row.
private struct CellReader {
    let line: LeafText
    /// Where the cell starts in the line.
    let first: Int
    private var start: Int
    /// What stands before bytes that are left out, a piece each.
    private var pieces: [Range<Int>] = []

    init(line: LeafText, start: Int) {
        self.line = line
        self.first = start
        self.start = start
    }

    /// Leaves out the byte at `index`.
    mutating func drop(_ index: Int) {
        pieces.append(start..<index)
        start = index + 1
    }

    /// The cell that ends before `end`, without blanks around it.
    mutating func finish(at end: Int) -> LeafText {
        let bytes = line.bytes
        guard !pieces.isEmpty else { return part(min(start, end)..<end) }
        pieces.append(min(start, end)..<end)
        while let piece = pieces.first, let byte = bytes[piece].first, byte.isASCIISpace {
            pieces[0] = piece.lowerBound + 1..<piece.upperBound
        }
        while let piece = pieces.last, let byte = bytes[piece].last, byte.isASCIISpace {
            pieces[pieces.count - 1] = piece.lowerBound..<piece.upperBound - 1
        }
        var cell = LeafText()
        for piece in pieces where !piece.isEmpty { cell.append(part: piece, of: line) }
        return cell
    }

    /// One piece without blanks around it.
    private func part(_ piece: Range<Int>) -> LeafText {
        var (first, last) = (piece.lowerBound, piece.upperBound)
        while first < last, line.bytes[first].isASCIISpace { first += 1 }
        while last > first, line.bytes[last - 1].isASCIISpace { last -= 1 }
        var cell = LeafText()
        if first < last { cell.append(part: first..<last, of: line) }
        return cell
    }
}
