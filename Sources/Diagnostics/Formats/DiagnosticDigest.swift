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

    /// How many of the printed diagnostics are errors. They come first.
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }

    /// The printed diagnostics, each as a text of several lines.
    public func problems(in language: Language) -> [String] {
        diagnostics.map { DiagnosticFormat.text.formatText($0, in: language) }
    }

    /// The printed diagnostics as texts, of which those are reused that an earlier digest has printed too. O(n) if most are the same.
    ///
    /// - Parameters:
    ///   - language: The language of both digests.
    ///   - old: The earlier digest.
    ///   - texts: What `problems` gave for it.
    /// - Returns: The texts, and how many of them are new.
    package func problems(
        in language: Language, following old: DiagnosticDigest, _ texts: [String]
    ) -> (texts: [String], newCount: Int) {
        var (position, newCount) = (0, 0)
        let all = diagnostics.map { diagnostic in
            while position < old.diagnostics.count, Self.isPrinted(old.diagnostics[position], before: diagnostic) {
                position += 1
            }
            let equal = old.diagnostics[position...].prefix { !Self.isPrinted(diagnostic, before: $0) }
            if let index = equal.firstIndex(of: diagnostic), index < texts.count { return texts[index] }
            newCount += 1
            return DiagnosticFormat.text.formatText(diagnostic, in: language)
        }
        return (all, newCount)
    }

    private static func isPrinted(_ left: Diagnostic, before right: Diagnostic) -> Bool {
        left.severity == right.severity ? left < right : left.severity == .error
    }

    /// A line for each rule of which more errors were found than are printed.
    public func errorOmissions(in language: Language) -> [String] {
        Self.omissions(rests.filter { $0.severity == .error }, language)
    }

    /// A line for each rule of which more was found than is printed, without a line feed at its end.
    public func omissions(in language: Language) -> [String] { Self.omissions(rests, language) }

    private static func omissions(_ rests: [Rest], _ language: Language) -> [String] {
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
        Self.text(problems: problems(in: language), omissions: omissions(in: language))
    }

    /// The whole text from its parts.
    package static func text(problems: [String], omissions: [String]) -> String {
        let omissions = omissions.map { $0 + "\n" }.joined()
        return (problems + (omissions.isEmpty ? [] : [omissions])).joined(separator: "\n")
    }
}
