/// A form in which diagnostics are written out.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people: headline, line, caret, what is allowed.
    case text
    /// One JSON array of objects.
    case json
    /// A table with a byte order mark, for spreadsheet programs.
    case csv
    /// GitHub Actions workflow commands, which show as annotations.
    case github

    /// Writes the diagnostics out, sorted by file and place.
    public func format(_ diagnostics: [Diagnostic], in language: Language) -> String {
        let sorted = diagnostics.sorted()
        return switch self {
        case .text: sorted.map { formatText($0, in: language) }.joined(separator: "\n")
        case .json: formatJSON(sorted, in: language)
        case .csv: formatCSV(sorted, in: language)
        case .github: sorted.map { formatGitHub($0, in: language) }.joined()
        }
    }
}
