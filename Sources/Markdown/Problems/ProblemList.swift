import Diagnostics

/// Collects the problems found in a document, up to a limit.
struct ProblemList {
    /// The largest number of reported problems. A text with more has to be checked again after fixing these.
    static let limit = 500

    private var found: [(problem: MarkdownProblem, bytes: Range<Int>)] = []
    /// The problems that are not reported: how many, where the first one is, and whether one is an error.
    private var rest: (count: Int, bytes: Range<Int>, severity: Severity)?

    mutating func add(_ problem: MarkdownProblem, at bytes: Range<Int>) {
        guard found.count == Self.limit else { return found.append((problem, bytes)) }
        let isError = problem.severity == .error || rest?.severity == .error
        rest = ((rest?.count ?? 0) + 1, rest?.bytes ?? bytes, isError ? .error : .warning)
    }

    /// The problems as diagnostics, in the order of the text.
    func diagnostics(in text: SourceText) -> [Diagnostic] {
        guard !found.isEmpty else { return [] }
        var diagnostics = found.map { Diagnostic($0.problem, in: text, bytes: $0.bytes) }.sorted()
        if let rest {
            let problem = TooManyProblems(count: rest.count, severity: rest.severity)
            diagnostics.append(Diagnostic(problem, in: text, bytes: rest.bytes))
        }
        return diagnostics
    }
}
