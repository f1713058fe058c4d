extension DiagnosticFormat {
    /// Returns a diagnostic for people, in several lines.
    func formatText(_ diagnostic: Diagnostic, in language: Language) -> String {
        let words = Words(language)
        let severity = diagnostic.severity == .error ? words.error : words.warning
        var text = location(diagnostic.path, diagnostic.range)
        text += ": \(severity): \(visible(diagnostic.message.text(in: language))) [\(diagnostic.id)]\n"
        if let range = diagnostic.range, let line = diagnostic.line, !line.text.isEmpty {
            text += excerpt(line, range: range)
        }
        if !diagnostic.suggestions.isEmpty {
            text += "  \(words.didYouMean): \(list(diagnostic.suggestions, language))\n"
        }
        if !diagnostic.allowed.isEmpty {
            let isWhole = diagnostic.allowed.count < Diagnostic.allowedLimit
            text += "  \(words.allowed): \(list(diagnostic.allowed, language))\(isWhole ? "" : "…")\n"
        }
        for note in diagnostic.notes {
            text += "  \(location(note.path, note.range)): \(visible(note.message.text(in: language)))\n"
        }
        return text
    }

    private func location(_ path: String, _ range: SourceRange?) -> String {
        guard let range else { return visible(path) }
        if range.isCell {
            return visible(path) + SourcePosition.letters(ofColumn: range.start.column - 1) + String(range.start.line)
        }
        return "\(visible(path)):\(range.start.line):\(range.start.column)"
    }

    private func list(_ words: [String], _ language: Language) -> String {
        words.map(visible).joined(separator: language == .ja ? "、" : ", ")
    }

    /// The line with its number, and a line with carets under the range, as wide as the marked text.
    private func excerpt(_ line: Excerpt, range: SourceRange) -> String {
        let characters = Array(line.text)
        let start = min(max(range.start.column - line.column, 0), characters.count)
        let end =
            range.end.line == range.start.line
            ? max(start, min(range.end.column - line.column, characters.count)) : characters.count
        let number = String(range.start.line)
        let before = visible(String(characters[..<start]))
        let marked = visible(String(characters[start..<end]))
        let after = visible(String(characters[end...]))
        let indent = String(repeating: " ", count: number.count + 5 + before.terminalWidth)
        let carets = String(repeating: "^", count: max(1, marked.terminalWidth))
        return "  \(number) | \(before)\(marked)\(after)\n\(indent)\(carets)\n"
    }

    private func visible(_ text: String) -> String { text.visible }
}

/// The fixed words of the text format.
private struct Words {
    let error: String
    let warning: String
    let didYouMean: String
    let allowed: String

    init(_ language: Language) {
        switch language {
        case .ja: (error, warning, didYouMean, allowed) = ("エラー", "警告", "もしかして", "使えるもの")
        case .en: (error, warning, didYouMean, allowed) = ("error", "warning", "did you mean", "allowed")
        }
    }
}
