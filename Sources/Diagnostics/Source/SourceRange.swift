/// A position in a text: a line and a column. In a workbook, the row and the column of a cell.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in characters (extended grapheme clusters), not bytes.
    public let column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether a position is before another one.
    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension SourcePosition {
    /// Returns the letters with which spreadsheets name a column: A … Z, AA …
    ///
    /// - Parameter column: The column, from 0.
    package static func letters(ofColumn column: Int) -> String {
        var (rest, letters) = (column, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

/// A range of a text by lines and columns, from `start` up to but not including `end`.
public struct SourceRange: Sendable, Hashable {
    /// The position of the first character.
    public let start: SourcePosition
    /// The position after the last character.
    public let end: SourcePosition
    /// Whether the range is a cell of a workbook, which has no lines. It is named as spreadsheets do: `B7`.
    public let isCell: Bool

    /// Creates a range.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
        isCell = false
    }

    /// Creates the range of a cell of a workbook.
    ///
    /// - Parameters:
    ///   - row: The row, from 1.
    ///   - column: The column, from 0.
    package init(cellInRow row: Int, column: Int) {
        start = SourcePosition(line: row, column: column + 1)
        end = SourcePosition(line: row, column: column + 2)
        isCell = true
    }
}
