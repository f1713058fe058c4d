/// A place in a text.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1 in characters (extended grapheme clusters), not bytes.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a text, from `start` up to but not including `end`.
public struct SourceRange: Sendable, Hashable {
    public let start: SourcePosition
    public let end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
