/// The quotes and list items around a block, and where their marks end on each line.
///
/// libcmark says where a block starts but not where the text of its further lines does; this finds it by the rules of
/// CommonMark 0.30, section 5, as libcmark applies them (columns count tabs to the next multiple of 4, and a paragraph's
/// further lines may leave marks out).
struct ContainerStack {
    /// A place on a line: a byte and its column, which may lie inside a tab.
    private struct Position {
        var offset: Int
        var column: Int
        /// Whether the byte is a tab whose first columns belong to what stands before it.
        var isInTab = false
    }

    private struct Container {
        let isQuote: Bool
        /// How many columns the text of an item is set in from the text around it.
        let width: Int
        /// The line that it starts on, and where its contents start there.
        let line: Int
        let content: Position
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: LineIndex
    private var containers: [Container] = []

    init(bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) {
        self.bytes = bytes
        self.lines = lines
    }

    /// Enters a quote that starts on `line`.
    mutating func pushQuote(line: Int) {
        let mark = skipBlanks(prefix(line: line).position)
        var content = Position(offset: mark.offset + 1, column: mark.column + 1)
        advance(&content, columns: 1)
        containers.append(Container(isQuote: true, width: 0, line: line, content: content))
    }

    /// Enters a list item that starts on `line`.
    mutating func pushItem(line: Int) {
        let outer = prefix(line: line).position
        let mark = skipBlanks(outer)
        var afterMark = mark
        while byte(at: afterMark.offset).isASCIIDigit { afterMark.offset += 1 }
        afterMark.offset += 1
        afterMark.column += afterMark.offset - mark.offset
        let text = skipBlanks(afterMark)
        var padding = text.column - afterMark.column
        var content = text
        if padding < 1 || padding > 4 || byte(at: text.offset).isLineEnd || text.offset >= bytes.count {
            padding = 1
            content = afterMark
            advance(&content, columns: 1)
        }
        let width = afterMark.column - outer.column + padding
        containers.append(Container(isQuote: false, width: width, line: line, content: content))
    }

    mutating func pop() {
        _ = containers.popLast()
    }

    /// A further line of a paragraph in the innermost container, as libcmark takes it: without marks, and without
    /// indentation unless marks are left out.
    ///
    /// - Returns: The line's bytes, and how many blanks before them stand for the rest of a tab that a mark took the start of.
    func text(line: Int) -> (bytes: Range<Int>, blanks: Int) {
        let (position, isWhole) = prefix(line: line)
        let end = lines.line(line).upperBound
        if isWhole {
            let start = skipBlanks(position).offset
            return (start..<max(start, end), 0)
        }
        let start = position.offset + (position.isInTab ? 1 : 0)
        return (start..<max(start, end), position.isInTab ? 4 - position.column % 4 : 0)
    }

    /// Where the contents of the innermost container start on a line; where the marks end if some are left out.
    private func prefix(line: Int) -> (position: Position, isWhole: Bool) {
        var position = Position(offset: lines.line(line).lowerBound, column: 0)
        var first = 0
        if let same = containers.lastIndex(where: { $0.line <= line }), containers[same].line == line {
            position = containers[same].content
            first = same + 1
        }
        for container in containers[first...] {
            let text = skipBlanks(position)
            let indent = text.column - position.column
            if container.isQuote {
                guard indent <= 3, byte(at: text.offset) == UInt8(ascii: ">") else { return (position, false) }
                position = Position(offset: text.offset + 1, column: text.column + 1)
                advance(&position, columns: 1)
            } else {
                guard indent >= container.width else { return (position, false) }
                advance(&position, columns: container.width)
            }
        }
        return (position, true)
    }

    private func skipBlanks(_ position: Position) -> Position {
        var position = position
        while byte(at: position.offset).isSpaceOrTab { step(&position) }
        return position
    }

    /// Goes on by up to `columns` columns of blanks.
    private func advance(_ position: inout Position, columns: Int) {
        let target = position.column + columns
        while position.column < target, byte(at: position.offset).isSpaceOrTab {
            let before = position
            step(&position)
            if position.column > target { position = Position(offset: before.offset, column: target, isInTab: true) }
        }
    }

    private func step(_ position: inout Position) {
        position.column += byte(at: position.offset) == 0x09 ? 4 - position.column % 4 : 1
        position.offset += 1
        position.isInTab = false
    }

    /// The byte at `offset`; a line end after the last.
    private func byte(at offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0x0A
    }
}
