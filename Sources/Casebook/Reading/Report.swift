import Diagnostics

/// What checkers write into.
struct Report {
    var diagnostics: [Diagnostic] = []
    /// Stretches of the file whose lines are not shown: what is private stays so in a log too.
    var hidden: [Range<Int>] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Tells of a stretch of a file.
    mutating func tell(
        _ problem: CasebookProblem, in text: SourceText, _ bytes: Range<Int>, notes: [Diagnostic.Note] = [],
        replacement: String? = nil
    ) {
        add(problem, in: text, bytes, notes: notes, replacement: replacement)
    }

    /// Tells of a file as a whole.
    mutating func tell(_ problem: CasebookProblem, path: String, notes: [Diagnostic.Note] = []) {
        diagnostics.append(Diagnostic(problem, path: path, notes: notes))
    }

    /// Tells of problems of any kind of a file as a whole.
    mutating func add(_ problems: [some Problem], path: String) {
        diagnostics += problems.map { Diagnostic($0, path: path) }
    }

    /// Tells of a problem of any kind in a stretch of a file.
    mutating func add(
        _ problem: some Problem, in text: SourceText, _ bytes: Range<Int>, notes: [Diagnostic.Note] = [],
        replacement: String? = nil
    ) {
        guard !hidden.contains(where: { $0.lowerBound <= bytes.lowerBound && bytes.lowerBound <= $0.upperBound }) else {
            let range = text.range(ofBytes: bytes)
            let fix = replacement.map { Diagnostic.FixIt(range: range, bytes: bytes, replacement: $0) }
            diagnostics.append(Diagnostic(problem, path: text.path, range: range, notes: notes, fixIt: fix))
            return
        }
        diagnostics.append(Diagnostic(problem, in: text, bytes: bytes, notes: notes, replacement: replacement))
    }
}

extension Diagnostic.Note {
    /// A note at a stretch of a file.
    init(_ message: Message, in text: SourceText, _ bytes: Range<Int>) {
        self.init(message, path: text.path, range: text.range(ofBytes: bytes))
    }
}
