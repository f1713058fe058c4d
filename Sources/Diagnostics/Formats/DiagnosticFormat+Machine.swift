import Basics

extension DiagnosticFormat {
    /// Returns a JSON array of objects: `id`, `severity`, `file`, `line`, `column`, `endLine`, `endColumn`, `message`, `allowed`,
    /// `suggestions`, `fix`, `notes` (`file`, `line`, `column`, `message`). A missing value is null.
    /// `docs/diagnostics.schema.json` is the JSON Schema.
    func formatJSON(_ diagnostics: [Diagnostic], in language: Language) -> String {
        var json = JSONWriter()
        json.array { list in
            for diagnostic in diagnostics { list.diagnostic(diagnostic, in: language) }
        }
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Returns a table as CSV (RFC 4180) with a byte order mark: file, line, column, severity, id, message, suggestions.
    func formatCSV(_ diagnostics: [Diagnostic], in language: Language) -> String {
        var csv = CSVWriter()
        csv.row(
            language == .ja
                ? ["ファイル", "行", "列", "重さ", "種類", "内容", "もしかして"]
                : ["file", "line", "column", "severity", "id", "message", "did you mean"])
        for diagnostic in diagnostics {
            let severity: String =
                switch (diagnostic.severity, language) {
                case (.error, .ja): "エラー"
                case (.warning, .ja): "警告"
                default: diagnostic.severity.rawValue
                }
            csv.row([
                diagnostic.path, diagnostic.range.map { String($0.start.line) } ?? "",
                diagnostic.range.map { String($0.start.column) } ?? "", severity, diagnostic.id,
                diagnostic.message.text(in: language),
                diagnostic.suggestions.joined(separator: language == .ja ? "、" : ", "),
            ])
        }
        return String(decoding: csv.bytes, as: UTF8.self)
    }

    /// Returns a workflow command of GitHub Actions, `::error file=…,line=…,col=…,title=…::…`, with `%`, line ends, `:` and `,`
    /// escaped.
    func formatGitHub(_ diagnostic: Diagnostic, in language: Language) -> String {
        var properties = "file=\(property(diagnostic.path))"
        if let range = diagnostic.range {
            properties += ",line=\(range.start.line),col=\(range.start.column)"
        }
        properties += ",title=\(property(diagnostic.id))"
        var message = diagnostic.message.text(in: language)
        if !diagnostic.suggestions.isEmpty {
            let words = diagnostic.suggestions.joined(separator: language == .ja ? "、" : ", ")
            message += language == .ja ? "（もしかして: \(words)）" : " (did you mean: \(words))"
        }
        return "::\(diagnostic.severity.rawValue) \(properties)::\(data(message))\n"
    }

    private func data(_ text: String) -> String {
        escaped(text, ["%": "%25", "\n": "%0A", "\r": "%0D"])
    }

    private func property(_ text: String) -> String {
        escaped(data(text), [":": "%3A", ",": "%2C"])
    }

    /// Replaces scalars, not characters, because CR LF is one character.
    private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
        }
    }
}

extension JSONWriter {
    /// Writes a diagnostic as an object, as in the output of `knowhow check --format json`.
    public mutating func diagnostic(_ diagnostic: Diagnostic, in language: Language) {
        object { json in
            json.member("id", diagnostic.id)
            json.member("severity", diagnostic.severity.rawValue)
            json.location(diagnostic.path, diagnostic.range?.start)
            json.member("endLine", orNull: diagnostic.range?.end.line)
            json.member("endColumn", orNull: diagnostic.range?.end.column)
            json.member("message", diagnostic.message.text(in: language))
            json.member("allowed", diagnostic.allowed)
            json.member("suggestions", diagnostic.suggestions)
            json.member("fix", orNull: diagnostic.fixIt.flatMap { $0.isHidden ? nil : $0.replacement })
            json.key("notes")
            json.array { list in
                for note in diagnostic.notes {
                    list.object { json in
                        json.location(note.path, note.range?.start)
                        json.member("message", note.message.text(in: language))
                    }
                }
            }
        }
    }

    private mutating func location(_ path: String, _ position: SourcePosition?) {
        member("file", path)
        member("line", orNull: position?.line)
        member("column", orNull: position?.column)
    }
}
