import CasebookModel

/// Reads the values of declared fields (``FieldDefinition``) as front matter and tables write them.
package enum WrittenValue {
    /// Returns the value of a text; nil if the text has not the form of the field's kind.
    package static func read(_ text: String, as kind: FieldDefinition.Kind) -> TypedValue? {
        switch kind {
        case .text: .text(text)
        case .url: WebAddress.isValid(text) ? .url(text) : nil
        case .date: CalendarDate(iso: text).map { .date($0) }
        case .number: DecimalNumber(text).map { .number($0) }
        case .yesNo: YesNo.read(text).map { .yesNo($0) }
        case .file: .file(filePath(text))
        }
    }

    /// Returns the number that is certainly meant by a text that is none: `１２`, `1,200`, `12人`, `+3`, `.5`. Nil if that is not certain.
    ///
    /// - Parameter unit: The unit of the field, which may follow the number.
    package static func number(meantBy text: String, unit: String?) -> DecimalNumber? {
        var rest = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        let unit = unit?.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace } ?? ""
        if !unit.isEmpty, rest.hasSuffix(unit) { rest.removeLast(unit.count) }
        if rest.hasPrefix("+") { rest.removeFirst() }
        if let first = rest.first, "−‐–".contains(first) { rest = "-" + rest.dropFirst() }
        if rest.hasPrefix(".") { rest = "0" + rest }
        if rest.contains(",") {
            // `1,200` and `12,345.6`, but not `1,2`, which is a decimal number elsewhere.
            let groups = rest.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
            let first = groups[0].hasPrefix("-") ? groups[0].dropFirst() : groups[0]
            guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
            rest = rest.replacing(",", with: "")
        }
        return DecimalNumber(rest)
    }

    /// Returns the path of a file in `files/`, relative to the content folder, from its name, or from a path as links have it:
    /// `form.pdf`, `files/form.pdf` and `../files/form.pdf` are the same.
    package static func filePath(_ text: String) -> String {
        var rest = text[...]
        for prefix in ["./", "../", "/"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
        return rest.hasPrefix("files/") ? String(rest) : "files/\(rest)"
    }
}
