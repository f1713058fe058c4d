import Diagnostics

/// A reported problem in a form that tests compare: its id, its location and its text in both languages.
package struct ReportedProblem: Equatable, CustomStringConvertible {
    package let id: String
    /// `file:line:column`, with a path relative to the content folder. The path alone if the problem has no range.
    package let location: String
    package let ja: String
    package let en: String
    package var suggestions: [String] = []
    /// The fix, if exactly one correction is right: `line:column-line:column → text`.
    package var fix: String?
    /// The locations of the notes.
    package var notes: [String] = []

    package init(
        _ id: String, _ location: String, ja: String, en: String, suggestions: [String] = [], fix: String? = nil,
        notes: [String] = []
    ) {
        self.id = id
        self.location = location
        self.ja = ja
        self.en = en
        self.suggestions = suggestions
        self.fix = fix
        self.notes = notes
    }

    package init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        location = Self.location(diagnostic.path, diagnostic.range)
        ja = diagnostic.message.ja
        en = diagnostic.message.en
        suggestions = diagnostic.suggestions
        notes = diagnostic.notes.map { Self.location($0.path, $0.range) }
        fix = diagnostic.fixIt.map { fix in
            let (start, end) = (fix.range.start, fix.range.end)
            return "\(start.line):\(start.column)-\(end.line):\(end.column) → \(fix.replacement)"
        }
    }

    package var description: String {
        "\(id) \(location) \(ja) | \(en) | \(suggestions) | \(fix ?? "-") | \(notes)"
    }

    private static func location(_ path: String, _ range: SourceRange?) -> String {
        let path = path.hasPrefix("content/") ? String(path.dropFirst(8)) : path
        return range.map { "\(path):\($0.start.line):\($0.start.column)" } ?? path
    }
}
