import Basics

/// How serious a problem is.
public enum Severity: String, Sendable, Hashable {
    /// Prevents a build.
    case error
    /// Is reported, but does not prevent a build unless warnings are treated as errors.
    case warning
}

/// A problem with its location: what is wrong in a file, where, and what to do.
public struct Diagnostic: Sendable, Hashable {
    /// Another location that is involved, such as the first use of an id.
    public struct Note: Sendable, Hashable {
        /// What this location has to do with the problem.
        public let message: Message
        /// The path of the file.
        public let path: String
        /// The range in the file; nil for the whole file.
        public let range: SourceRange?

        /// Creates a note.
        public init(_ message: Message, path: String, range: SourceRange? = nil) {
            self.message = message.shortened
            self.path = path
            self.range = range
        }
    }

    /// An edit that corrects the problem.
    public struct FixIt: Sendable, Hashable {
        /// The range to replace.
        public let range: SourceRange
        /// The range to replace in bytes of the decoded text (``SourceText/utf8``). Two ranges that start inside the same character
        /// differ only here.
        public let bytes: Range<Int>
        /// The new text.
        public let replacement: String
        /// Whether the new text must not be shown.
        public let isHidden: Bool

        /// Creates a fix.
        public init(range: SourceRange, bytes: Range<Int>, replacement: String, isHidden: Bool = false) {
            self.range = range
            self.bytes = bytes
            self.replacement = replacement
            self.isHidden = isHidden
        }

        /// The same fix, whose new text must not be shown.
        package var hidden: FixIt { FixIt(range: range, bytes: bytes, replacement: replacement, isHidden: true) }
    }

    /// The stable name of the kind of problem, such as `unknown-term`.
    public let id: String
    /// Whether the problem prevents a build.
    public let severity: Severity
    /// The path of the file.
    public let path: String
    /// The range in the file; nil if the problem is the whole file, or that it is missing.
    public let range: SourceRange?
    /// The line of the file at `range.start`, or the part of it around there if it is long; nil if it is not known.
    public let line: Excerpt?
    /// What is wrong and what to do.
    public let message: Message
    /// The values allowed here, at most ``allowedLimit``.
    public let allowed: [String]
    /// The allowed values that are nearest to the one written.
    public let suggestions: [String]
    /// Other locations that are involved.
    public let notes: [Note]
    /// The edit that corrects the problem, if there is exactly one right edit.
    public let fixIt: FixIt?
    /// How many problems it stands for: 1, but for ``TooManyProblems``.
    public let count: Int

    /// The largest number of allowed values that a diagnostic holds.
    public static let allowedLimit = 100

    /// Creates a diagnostic for a range of bytes of a text. If replacing the range corrects the problem, `replacement` is the new
    /// text.
    public init(
        _ problem: some Problem, in text: SourceText, bytes: Range<Int>, notes: [Note] = [], replacement: String? = nil
    ) {
        let range = text.range(ofBytes: bytes)
        let suggestions = problem.suggestions
        self.init(
            problem, suggestions: suggestions, naming: Self.difference(of: suggestions.first, from: text, bytes),
            path: text.path,
            range: range, line: text.excerpt(atByte: bytes.lowerBound), notes: notes,
            fixIt: replacement.map { FixIt(range: range, bytes: bytes, replacement: $0) })
    }

    /// Creates a diagnostic for a whole file, or for a range of a file whose text is not available.
    public init(
        _ problem: some Problem, path: String, range: SourceRange? = nil, line: Excerpt? = nil, notes: [Note] = [],
        fixIt: FixIt? = nil
    ) {
        self.init(
            problem, suggestions: problem.suggestions, naming: nil, path: path, range: range, line: line, notes: notes,
            fixIt: fixIt)
    }

    private init(
        _ problem: some Problem, suggestions: [String], naming difference: Message?, path: String, range: SourceRange?,
        line: Excerpt?, notes: [Note], fixIt: FixIt?
    ) {
        let message = problem.message.shortened
        self.init(
            id: problem.id, severity: problem.severity, path: path, range: range, line: line,
            message: difference.map { message.adding($0) } ?? message,
            allowed: Array(problem.allowed.prefix(Self.allowedLimit)), suggestions: suggestions, notes: notes, fixIt: fixIt,
            count: problem.count)
    }

    init(
        id: String, severity: Severity, path: String, range: SourceRange?, line: Excerpt?, message: Message,
        allowed: [String], suggestions: [String], notes: [Note], fixIt: FixIt?, count: Int
    ) {
        self.id = id
        self.severity = severity
        self.path = path
        self.range = range
        self.line = line
        self.message = message
        self.allowed = allowed
        self.suggestions = suggestions
        self.notes = notes
        self.fixIt = fixIt
        self.count = count
    }
}

extension Diagnostic {
    /// Names the character in which the best suggestion differs from what is written, if the two look the same.
    private static func difference(of suggestion: String?, from text: SourceText, _ bytes: Range<Int>) -> Message? {
        guard bytes.count < 1_000, let suggestion else { return nil }
        let written = text.string(bytes).trimmingQuotationMarks
        guard let difference = LookalikeDifference(written: written, meant: suggestion) else { return nil }
        return difference.message
    }
}

extension LookalikeDifference {
    /// What to write where two words that look the same differ.
    package var message: Message {
        guard let written else { return Message(ja: "見えない文字が足りません", en: "An invisible character is missing") }
        let from = CharacterName.name(of: written)
        let code = String.codePoint(written.value)
        guard let meant else {
            return Message(
                ja: "見えない文字（\(from.ja) \(code)）を取り除いてください", en: "Remove the invisible character (\(from.en) \(code))")
        }
        let to = CharacterName.name(of: meant)
        let meantCode = String.codePoint(meant.value)
        return Message(
            ja: "「\(written)」（\(from.ja) \(code)）を「\(meant)」（\(to.ja) \(meantCode)）に直してください",
            en: "Replace “\(written)” (\(from.en) \(code)) by “\(meant)” (\(to.en) \(meantCode))")
    }
}

extension String {
    /// The text without a quotation mark at both ends.
    fileprivate var trimmingQuotationMarks: String {
        guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
        return String(dropFirst().dropLast())
    }
}

extension Diagnostic: Comparable {
    /// Orders diagnostics by file, position, id and message, so that the order does not depend on which was found first.
    public static func < (left: Self, right: Self) -> Bool {
        if left.path != right.path { return left.path < right.path }
        let start = SourcePosition(line: 0, column: 0)
        let (leftStart, rightStart) = (left.range?.start ?? start, right.range?.start ?? start)
        if leftStart != rightStart { return leftStart < rightStart }
        if left.id != right.id { return left.id < right.id }
        return left.message.ja < right.message.ja
    }
}
