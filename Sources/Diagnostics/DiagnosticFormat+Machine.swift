extension DiagnosticFormat {
    /// An array of objects: `id`, `severity`, `file`, `line`, `column`, `endLine`, `endColumn`, `message`, `allowed`,
    /// `suggestions`, `notes` (`file`, `line`, `column`, `message`). Places are null where there is none.
    func formatJSON(_ diagnostics: [Diagnostic], in language: Language) -> String {
        let objects = diagnostics.map { diagnostic in
            let notes = diagnostic.notes.map { note in
                "{\"file\":\(json(note.path)),\"line\":\(json(note.range?.start.line)),"
                    + "\"column\":\(json(note.range?.start.column)),\"message\":\(json(note.message.text(in: language)))}"
            }
            return "{\"id\":\(json(diagnostic.id)),\"severity\":\(json(diagnostic.severity.rawValue)),"
                + "\"file\":\(json(diagnostic.path)),\"line\":\(json(diagnostic.range?.start.line)),"
                + "\"column\":\(json(diagnostic.range?.start.column)),\"endLine\":\(json(diagnostic.range?.end.line)),"
                + "\"endColumn\":\(json(diagnostic.range?.end.column)),"
                + "\"message\":\(json(diagnostic.message.text(in: language))),"
                + "\"allowed\":[\(diagnostic.allowed.map(json).joined(separator: ","))],"
                + "\"suggestions\":[\(diagnostic.suggestions.map(json).joined(separator: ","))],"
                + "\"notes\":[\(notes.joined(separator: ","))]}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    /// RFC 4180 with a byte order mark: file, line, column, severity, id, message, suggestions.
    func formatCSV(_ diagnostics: [Diagnostic], in language: Language) -> String {
        let header =
            language == .ja
            ? ["ファイル", "行", "列", "重さ", "種類", "内容", "もしかして"]
            : ["file", "line", "column", "severity", "id", "message", "did you mean"]
        var rows = [header]
        for diagnostic in diagnostics {
            let severity: String =
                switch (diagnostic.severity, language) {
                case (.error, .ja): "エラー"
                case (.warning, .ja): "警告"
                default: diagnostic.severity.rawValue
                }
            rows.append([
                diagnostic.path, diagnostic.range.map { String($0.start.line) } ?? "",
                diagnostic.range.map { String($0.start.column) } ?? "", severity, diagnostic.id,
                diagnostic.message.text(in: language),
                diagnostic.suggestions.joined(separator: language == .ja ? "、" : ", "),
            ])
        }
        return "\u{FEFF}" + rows.map { $0.map(csv).joined(separator: ",") + "\r\n" }.joined()
    }

    /// `::error file=…,line=…,col=…,title=…::…` as GitHub's workflow commands ask, with `%`, line ends, `:` and `,` escaped.
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

    private func json(_ number: Int?) -> String { number.map(String.init) ?? "null" }

    private func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Quoted where RFC 4180 asks; a leading `=`, `+`, `-` or `@` gets an apostrophe so that no spreadsheet takes it for a formula.
    private func csv(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        let quoted = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        guard quoted else { return safe }
        return "\"" + safe.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    private func data(_ text: String) -> String {
        text.map { $0 == "%" ? "%25" : $0 == "\n" ? "%0A" : $0 == "\r" ? "%0D" : String($0) }.joined()
    }

    private func property(_ text: String) -> String {
        data(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
