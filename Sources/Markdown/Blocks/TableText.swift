/// The cells of a pipe table, each with its text.
///
/// Grammar, after the table extension of GitHub Flavored Markdown, section 4.10; each row and the delimiter is one line:
/// ```
/// table     = row delimiter row*
/// row       = ["|"] cell ("|" cell)* ["|"]
/// delimiter = ["|"] marker ("|" marker)* ["|"]     with at least one "|"
/// marker    = [":"] "-"+ [":"]
/// ```
/// `\|` is a bar in a cell, also in code. The bars of ruby, `{漢字|かんじ}`, do not separate cells. A line that starts another block
/// ends the table, as it ends the paragraph that the table is for libcmark.
struct TableText {
    enum Alignment: Int32 {
        case none, left, center, right
    }

    /// The largest number of columns. More do not fit on any page, and short rows could make a page far larger than its text.
    static let columnLimit = 100

    let alignments: [Alignment]
    /// The cells of the header row, and of each row after the delimiter.
    let rows: [[LeafText]]

    /// A Markdown text with each cell as a heading of one line, which can hold only inlines. libcmark removes the last `#`.
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

    /// Whether any line of a text may be a delimiter.
    static func mayOccur(in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) -> Bool {
        guard lines.hasBar else { return false }
        return (1...max(lines.count, 1)).contains { number in
            let line = bytes[lines.line(number)].drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
            return isDelimiter(line)
        }
    }

    /// Whether a line, without its indentation, may be a delimiter.
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

    /// The alignment of each column by a delimiter; nil if the line is not a delimiter.
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

/// Reads one cell of a row.
private struct CellReader {
    let line: LeafText
    /// The index in the line at which the cell starts.
    let first: Int
    private var start: Int
    /// The ranges of the cell before each dropped byte.
    private var parts: [Range<Int>] = []

    init(line: LeafText, start: Int) {
        self.line = line
        self.first = start
        self.start = start
    }

    /// Drops the byte at `index` from the cell.
    mutating func drop(_ index: Int) {
        parts.append(start..<index)
        start = index + 1
    }

    /// The cell that ends before `end`, without spaces around it.
    mutating func finish(at end: Int) -> LeafText {
        let bytes = line.bytes
        guard !parts.isEmpty else { return trimmed(min(start, end)..<end) }
        parts.append(min(start, end)..<end)
        while let part = parts.first, let byte = bytes[part].first, byte.isASCIISpace {
            parts[0] = part.lowerBound + 1..<part.upperBound
        }
        while let part = parts.last, let byte = bytes[part].last, byte.isASCIISpace {
            parts[parts.count - 1] = part.lowerBound..<part.upperBound - 1
        }
        var cell = LeafText()
        for part in parts where !part.isEmpty { cell.append(part: part, of: line) }
        return cell
    }

    /// A range of the line without spaces around it.
    private func trimmed(_ range: Range<Int>) -> LeafText {
        var (first, last) = (range.lowerBound, range.upperBound)
        while first < last, line.bytes[first].isASCIISpace { first += 1 }
        while last > first, line.bytes[last - 1].isASCIISpace { last -= 1 }
        var cell = LeafText()
        if first < last { cell.append(part: first..<last, of: line) }
        return cell
    }
}
