import Diagnostics

/// The problems found in a document, in the order found.
struct ProblemList {
    private var found: [(problem: MarkdownProblem, bytes: Range<Int>)] = []

    mutating func add(_ problem: MarkdownProblem, at bytes: Range<Int>) {
        found.append((problem, bytes))
    }

    func diagnostics(in text: SourceText) -> [Diagnostic] {
        found.map { Diagnostic($0.problem, in: text, bytes: $0.bytes) }
    }
}
