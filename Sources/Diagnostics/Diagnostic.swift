/// How much a problem matters.
public enum Severity: String, Sendable, Hashable {
    /// Nothing is built.
    case error
    /// Told, but the build goes on (unless it is strict).
    case warning
}

/// Something wrong with the content or the templates, told once, with its place and with what to do.
public struct Diagnostic: Sendable, Hashable {
    /// Another place involved, such as where an id was used first.
    public struct Note: Sendable, Hashable {
        public let message: Message
        public let path: String
        public let range: SourceRange?

        public init(_ message: Message, path: String, range: SourceRange? = nil) {
            self.message = message
            self.path = path
            self.range = range
        }
    }

    /// The one right change to the text, where there is one.
    public struct FixIt: Sendable, Hashable {
        public let range: SourceRange
        /// The bytes of `range` in the decoded text (``SourceText/utf8``): two places inside one character differ only here.
        public let bytes: Range<Int>
        public let replacement: String

        public init(range: SourceRange, bytes: Range<Int>, replacement: String) {
            self.range = range
            self.bytes = bytes
            self.replacement = replacement
        }
    }

    /// The stable name of the kind of problem, such as `unknown-term`.
    public let id: String
    public let severity: Severity
    public let path: String
    /// Where; none when the whole file, or its absence, is the problem.
    public let range: SourceRange?
    /// The line at `range.start`, as it stands in the file; empty where it is longer than anybody reads.
    public let line: String?
    public let message: Message
    /// What would be allowed here.
    public let allowed: [String]
    /// The nearest of what is allowed.
    public let suggestions: [String]
    public let notes: [Note]
    public let fixIt: FixIt?

    /// How many bytes of UTF-8 a line has at most that is shown.
    private static let longestLine = 10_000

    /// A problem with a stretch of a text.
    public init(
        _ problem: some Problem, in text: SourceText, bytes: Range<Int>, notes: [Note] = [], replacement: String? = nil
    ) {
        let range = text.range(ofBytes: bytes)
        // Thousands of problems in one line would each keep the line.
        let line = text.line(atByte: bytes.lowerBound)
        self.init(
            problem, path: text.path, range: range, line: line.utf8.count > Self.longestLine ? "" : line, notes: notes,
            fixIt: replacement.map { FixIt(range: range, bytes: bytes, replacement: $0) })
    }

    /// A problem with a file as a whole, or with a place whose line is not at hand.
    public init(
        _ problem: some Problem, path: String, range: SourceRange? = nil, line: String? = nil, notes: [Note] = [],
        fixIt: FixIt? = nil
    ) {
        self.id = problem.id
        self.severity = problem.severity
        self.message = problem.message
        self.allowed = problem.allowed
        self.suggestions = problem.suggestions
        self.path = path
        self.range = range
        self.line = line
        self.notes = notes
        self.fixIt = fixIt
    }
}

extension Diagnostic: Comparable {
    /// By file, then place, then id, so that a list reads from top to bottom and never depends on who found what first.
    public static func < (left: Self, right: Self) -> Bool {
        if left.path != right.path { return left.path < right.path }
        let start = SourcePosition(line: 0, column: 0)
        let (leftStart, rightStart) = (left.range?.start ?? start, right.range?.start ?? start)
        if leftStart != rightStart { return leftStart < rightStart }
        if left.id != right.id { return left.id < right.id }
        return left.message.ja < right.message.ja
    }
}
