/// An output format for diagnostics.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people: a headline, the line with a caret, allowed values, other locations.
    case text
    /// A JSON array of objects, as `docs/diagnostics.schema.json` describes.
    case json
    /// A table with a byte order mark, for spreadsheet programs.
    case csv
    /// GitHub Actions workflow commands, which show as annotations.
    case github

    /// Returns all diagnostics in this format, sorted by file and position; as text, errors before warnings. For a text with a limit
    /// of diagnostics per rule see ``DiagnosticDigest``.
    public func format(_ diagnostics: [Diagnostic], in language: Language) -> String {
        let sorted = diagnostics.sorted()
        return switch self {
        case .text: DiagnosticDigest(sorted, showsAll: true).text(in: language)
        case .json: formatJSON(sorted, in: language)
        case .csv: formatCSV(sorted, in: language)
        case .github: sorted.map { formatGitHub($0, in: language) }.joined()
        }
    }
}
