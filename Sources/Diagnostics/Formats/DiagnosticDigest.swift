/// Diagnostics as they are printed for people: errors before warnings, and of each rule only the first ones, so that many warnings of one
/// rule hide nothing else. What is left out is counted.
///
/// Formats for programs hold all diagnostics; see ``DiagnosticFormat``.
public struct DiagnosticDigest: Sendable {
    /// How many diagnostics a rule left out.
    private struct Rest: Sendable {
        let id: String
        let severity: Severity
        var count: Int
    }

    /// The largest number of diagnostics with one id and one severity that are printed.
    public static let limit = 10

    private let diagnostics: [Diagnostic]
    private let rests: [Rest]

    /// Chooses what is printed.
    ///
    /// - Parameters:
    ///   - diagnostics: What was found, in any order.
    ///   - showsAll: Whether no rule has a limit.
    ///   - showsWarnings: Whether warnings are printed and counted at all.
    public init(_ diagnostics: [Diagnostic], showsAll: Bool, showsWarnings: Bool = true) {
        let sorted = diagnostics.sorted()
        let errors = sorted.filter { $0.severity == .error }
        let warnings = showsWarnings ? sorted.filter { $0.severity == .warning } : []
        guard !showsAll else {
            self.diagnostics = errors + warnings
            rests = []
            return
        }
        let (shownErrors, errorRests) = Self.firstOfEachRule(errors)
        let (shownWarnings, warningRests) = Self.firstOfEachRule(warnings)
        self.diagnostics = shownErrors + shownWarnings
        rests = errorRests + warningRests
    }

    private static func firstOfEachRule(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], rests: [Rest]) {
        var counts: [String: Int] = [:]
        var rests: [Rest] = []
        let shown = diagnostics.filter { diagnostic in
            let count = counts[diagnostic.id, default: 0] + 1
            counts[diagnostic.id] = count
            if count == limit + 1 { rests.append(Rest(id: diagnostic.id, severity: diagnostic.severity, count: 0)) }
            return count <= limit
        }
        for index in rests.indices { rests[index].count = (counts[rests[index].id] ?? limit) - limit }
        return (shown, rests)
    }

    /// The printed diagnostics, each as a text of several lines.
    public func problems(in language: Language) -> [String] {
        diagnostics.map { DiagnosticFormat.text.formatText($0, in: language) }
    }

    /// A line for each rule of which more was found than is printed, without a line feed at its end.
    public func omissions(in language: Language) -> [String] {
        rests.map { rest in
            switch (language, rest.severity) {
            case (.ja, .error): "エラー: ほかに\(rest.count)件 [\(rest.id)]（--all を付けると、すべて示します）"
            case (.ja, .warning): "警告: ほかに\(rest.count)件 [\(rest.id)]（--all を付けると、すべて示します）"
            case (.en, _): "\(rest.severity.rawValue): \(rest.count) more [\(rest.id)] (add --all to see them all)"
            }
        }
    }

    /// The whole text, which ends in a line feed; empty if there is nothing to print.
    public func text(in language: Language) -> String {
        let omissions = omissions(in: language).map { $0 + "\n" }.joined()
        return (problems(in: language) + (omissions.isEmpty ? [] : [omissions])).joined(separator: "\n")
    }
}
