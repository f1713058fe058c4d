import Diagnostics

/// Collects the problems found in a document, up to a limit.
struct ProblemList {
    /// The largest number of reported problems. A text with more has to be checked again after fixing these, and each one costs
    /// a search for its line.
    static let limit = 500

    private var found: [(problem: MarkdownProblem, bytes: Range<Int>)] = []

    mutating func add(_ problem: MarkdownProblem, at bytes: Range<Int>) {
        guard found.count <= Self.limit else { return }
        found.append(found.count < Self.limit ? (problem, bytes) : (.tooManyProblems(limit: Self.limit), bytes))
    }

    /// The problems as diagnostics, in the order of the text.
    func diagnostics(in text: SourceText) -> [Diagnostic] {
        guard !found.isEmpty else { return [] }
        return found.map { Diagnostic($0.problem, in: text, bytes: $0.bytes) }.sorted()
    }
}
