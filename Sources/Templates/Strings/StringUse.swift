import Diagnostics

/// The use of a text in a script: `search.found count=said(found.total)`.
public struct StringUse {
    /// The key of the text, with its group.
    public let key: String
    /// The expressions of the values, by name.
    let values: [(name: String, expression: String)]

    /// Reads what is between `{{strings.` and `}}`.
    public init(_ text: String) {
        let words = text.split(separator: " ")
        key = words.first.map(String.init) ?? ""
        var values: [(name: String, expression: String)] = []
        for word in words.dropFirst() {
            if let equals = word.firstIndex(of: "="), word[..<equals].allSatisfy({ $0.isLetter || $0 == "_" }),
                !["=", ">"].contains(word[word.index(after: equals)...].first)
            {
                values.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
            } else if !values.isEmpty {
                values[values.count - 1].expression += " \(word)"
            }
        }
        self.values = values
    }
}

extension InterfaceStrings {
    /// Returns the text of a use as the inside of a string or of a template literal.
    ///
    /// - Parameters:
    ///   - use: The use.
    ///   - isScript: Whether values can be in it.
    ///   - source: The file of the use.
    ///   - bytes: Where it is in the file.
    public func code(
        _ use: StringUse, isScript: Bool, in source: SourceText, bytes: Range<Int>
    ) -> (text: String, problems: [Diagnostic]) {
        guard let string = string(use.key) else { return ("", [missing(use.key, in: (source, bytes))]) }
        let names = isScript ? use.values.map(\.name) : []
        let unknown = string.values.filter { !names.contains($0.text) }
        guard unknown.isEmpty else {
            let note = Diagnostic.Note(TemplateNote.usedHere, path: source.path, range: source.range(ofBytes: bytes))
            return (
                "",
                unknown.map { name in
                    Diagnostic(
                        TemplateProblem.unknownStringValue(name: name.text, key: use.key, names: names), in: self.source,
                        bytes: name.bytes, notes: [note])
                }
            )
        }
        let expression = { (name: String) in use.values.first { $0.name == name }?.expression ?? "" }
        let forms = string.forms.map { form in
            let text = form.pieces.map { piece in
                switch piece {
                case .text(let text): text.escapedForCode
                case .value(let name): "${\(expression(name.text))}"
                }
            }.joined()
            return (form.condition, text)
        }
        // Each condition chooses between its form and the rest.
        var code = forms.last?.1 ?? ""
        for (condition, text) in forms.dropLast().reversed() {
            guard let condition else { continue }
            code = "${\(expression(condition.value.text))==\(condition.number)?`\(text)`:`\(code)`}"
        }
        return (code, [])
    }
}

extension String {
    /// The text inside of a string or a template literal of a script, or of a string of a style sheet, whatever quotation marks it has.
    fileprivate var escapedForCode: String {
        var text = ""
        for character in unicodeScalars {
            if "\\\"'`".unicodeScalars.contains(character) { text += "\\" }
            text.unicodeScalars.append(character)
        }
        return text.split(separator: "${", omittingEmptySubsequences: false).joined(separator: "\\${")
    }
}
