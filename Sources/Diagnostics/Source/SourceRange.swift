/// A position in a text: a line and a column.
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

/// A range of a text by lines and columns, from `start` up to but not including `end`.
public struct SourceRange: Sendable, Hashable {
    /// The position of the first character.
    public let start: SourcePosition
    /// The position after the last character.
    public let end: SourcePosition

    /// Creates a range.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
