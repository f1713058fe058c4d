import Diagnostics

/// The problems found in a document.
struct ProblemList {
    /// How many are told: a text with more needs another look after these are mended, and each costs a walk to its line.
    static let limit = 500

    private var found: [(problem: MarkdownProblem, bytes: Range<Int>)] = []

    mutating func add(_ problem: MarkdownProblem, at bytes: Range<Int>) {
        guard found.count <= Self.limit else { return }
        found.append(found.count < Self.limit ? (problem, bytes) : (.tooManyProblems(limit: Self.limit), bytes))
    }

    /// The problems in the order of the text.
    func diagnostics(in text: SourceText) -> [Diagnostic] {
        guard !found.isEmpty else { return [] }
        return found.map { Diagnostic($0.problem, in: text, bytes: $0.bytes) }.sorted()
    }
}
