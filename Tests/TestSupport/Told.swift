import Diagnostics

/// What a person is told about one problem, in both languages.
package struct Told: Equatable, CustomStringConvertible {
    package let id: String
    /// `file:line:column`, the file below the content folder; without a place the file alone.
    package let place: String
    package let ja: String
    package let en: String
    package var suggestions: [String] = []
    /// What stands in the place of what, where there is one right answer: `line:column-line:column → text`.
    package var fix: String?
    /// The places of the notes.
    package var notes: [String] = []

    package init(
        _ id: String, _ place: String, ja: String, en: String, suggestions: [String] = [], fix: String? = nil,
        notes: [String] = []
    ) {
        self.id = id
        self.place = place
        self.ja = ja
        self.en = en
        self.suggestions = suggestions
        self.fix = fix
        self.notes = notes
    }

    package init(_ diagnostic: Diagnostic) {
        id = diagnostic.id
        place = Self.place(diagnostic.path, diagnostic.range)
        ja = diagnostic.message.ja
        en = diagnostic.message.en
        suggestions = diagnostic.suggestions
        notes = diagnostic.notes.map { Self.place($0.path, $0.range) }
        fix = diagnostic.fixIt.map { fix in
            let (start, end) = (fix.range.start, fix.range.end)
            return "\(start.line):\(start.column)-\(end.line):\(end.column) → \(fix.replacement)"
        }
    }

    package var description: String {
        "\(id) \(place) \(ja) | \(en) | \(suggestions) | \(fix ?? "-") | \(notes)"
    }

    private static func place(_ path: String, _ range: SourceRange?) -> String {
        let path = path.hasPrefix("content/") ? String(path.dropFirst(8)) : path
        return range.map { "\(path):\($0.start.line):\($0.start.column)" } ?? path
    }
}
