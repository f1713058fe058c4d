/// A file has more problems than are reported.
public struct TooManyProblems: ExplainedProblem {
    /// The stable name of this problem.
    public static let id = "too-many-problems"

    /// How many problems are not reported.
    public let count: Int
    /// An error if one of those problems is.
    public let severity: Severity

    /// - Parameters:
    ///   - count: How many problems are not reported.
    ///   - severity: An error if one of those problems is.
    public init(count: Int, severity: Severity) {
        self.count = count
        self.severity = severity
    }

    public var id: String { Self.id }

    public var message: Message {
        Message(
            ja: "このファイルには、ほかに\(count)件の問題があります。示したものを直してから、もう一度確かめてください",
            en: "This file has more problems (\(count)). Fix those that are shown and check again")
    }

    public var guide: GuideEntry {
        GuideEntry(meaning: "直すところが多く、残りは示されていません。", remedy: "示されたものを直し、もう一度調べます。")
    }

    public static let examples = [TooManyProblems(count: 24, severity: .warning)]
}

extension [Diagnostic] {
    /// The number of problems that the diagnostics stand for.
    public var problemCount: Int { reduce(0) { $0 + $1.count } }

    /// Returns sorted diagnostics with at most `limit` of each file: errors before warnings, then those at the start of the file. One
    /// more says how many others there are.
    public func limitedPerFile(to limit: Int = 1_000) -> [Diagnostic] {
        guard count > limit else { return self }
        var result: [Diagnostic] = []
        result.reserveCapacity(count)
        var start = startIndex
        while start < endIndex {
            let path = self[start].path
            let end = self[start...].firstIndex { $0.path != path } ?? endIndex
            result += end - start > limit ? Self.limited(self[start..<end], to: limit) : Array(self[start..<end])
            start = end
        }
        return result
    }

    private static func limited(_ diagnostics: ArraySlice<Diagnostic>, to limit: Int) -> [Diagnostic] {
        let shown = diagnostics.filter { $0.id != TooManyProblems.id }
        // What one warning less would leave out is never an error, unless there are more errors than the limit.
        var warnings = Swift.max(0, limit - shown.count { $0.severity == .error })
        var errors = limit
        var kept: [Diagnostic] = []
        for diagnostic in shown {
            if diagnostic.severity == .error {
                if errors > 0 { kept.append(diagnostic) }
                errors -= 1
            } else {
                if warnings > 0 { kept.append(diagnostic) }
                warnings -= 1
            }
        }
        let hidesErrors = errors < 0 || diagnostics.contains { $0.id == TooManyProblems.id && $0.severity == .error }
        let rest = TooManyProblems(
            count: Array(diagnostics).problemCount - kept.problemCount, severity: hidesErrors ? .error : .warning)
        return kept + kept.suffix(1).map { Diagnostic(rest, path: $0.path, range: $0.range) }
    }
}
