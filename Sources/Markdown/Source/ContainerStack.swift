/// The quotes and list items around a block, used to find where their marks end on each line.
///
/// libcmark reports where a block starts, but not where the text starts on the block's other lines. This type finds it by the
/// rules of CommonMark 0.30, section 5, as libcmark applies them: a tab counts up to the next multiple of 4 columns, and the
/// later lines of a paragraph may omit the marks (lazy continuation lines).
struct ContainerStack {
    /// A position on a line: a byte offset and a column, which may be inside a tab.
    private struct Position {
        var offset: Int
        var column: Int
        /// Whether the byte is a tab whose first columns belong to the mark before it.
        var isInTab = false
    }

    private struct Container {
        let isQuote: Bool
        /// The indentation of an item's text relative to the text around the list, in columns.
        let width: Int
        /// The number of the line that the container starts on.
        let line: Int
        /// Where its content starts on that line.
        let content: Position
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: LineIndex
    private var containers: [Container] = []

    init(bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) {
        self.bytes = bytes
        self.lines = lines
    }

    var isEmpty: Bool { containers.isEmpty }
    var hasQuote: Bool { containers.contains(where: \.isQuote) }

    /// Enters a quote that starts on `line`.
    mutating func pushQuote(line: Int) {
        let mark = skipSpacesAndTabs(prefix(line: line).position)
        var content = Position(offset: mark.offset + 1, column: mark.column + 1)
        advance(&content, columns: 1)
        containers.append(Container(isQuote: true, width: 0, line: line, content: content))
    }

    /// Enters a list item that starts on `line`.
    mutating func pushItem(line: Int) {
        let outer = prefix(line: line).position
        let mark = skipSpacesAndTabs(outer)
        var afterMark = mark
        while byte(at: afterMark.offset).isASCIIDigit { afterMark.offset += 1 }
        afterMark.offset += 1
        afterMark.column += afterMark.offset - mark.offset
        let text = skipSpacesAndTabs(afterMark)
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

    /// Leaves the innermost container.
    mutating func pop() {
        _ = containers.popLast()
    }

    /// The text of a line after the first one of a paragraph in the innermost container, as libcmark reads it.
    ///
    /// The text is without marks, and without indentation unless the line omits marks.
    ///
    /// - Returns: The range of the text in bytes, and the number of spaces before it that replace the rest of a tab whose start
    ///   belongs to a mark.
    func text(line: Int) -> (bytes: Range<Int>, spaces: Int) {
        let (position, isWhole) = prefix(line: line)
        let end = lines.line(line).upperBound
        if isWhole {
            let start = skipSpacesAndTabs(position).offset
            return (start..<max(start, end), 0)
        }
        let start = position.offset + (position.isInTab ? 1 : 0)
        return (start..<max(start, end), position.isInTab ? 4 - position.column % 4 : 0)
    }

    /// Where the content of the innermost container starts on a line; where the marks end if the line omits some.
    private func prefix(line: Int) -> (position: Position, isWhole: Bool) {
        var position = Position(offset: lines.line(line).lowerBound, column: 0)
        var first = 0
        if let same = containers.lastIndex(where: { $0.line <= line }), containers[same].line == line {
            position = containers[same].content
            first = same + 1
        }
        for container in containers[first...] {
            let text = skipSpacesAndTabs(position)
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

    private func skipSpacesAndTabs(_ position: Position) -> Position {
        var position = position
        while byte(at: position.offset).isSpaceOrTab { step(&position) }
        return position
    }

    /// Skips up to `columns` columns of spaces and tabs.
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

    /// The byte at `offset`; a line end after the last byte.
    private func byte(at offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0x0A
    }
}
