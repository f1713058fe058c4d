import Basics
import CasebookModel

/// Reads the values of declared fields (``FieldDefinition``) as front matter and tables write them.
package enum WrittenValue {
    /// Returns the value of a text in the form in which front matter writes it; nil if a rule does not accept the text.
    package static func read(_ text: String, by rule: ValueRule) -> TypedValue? {
        switch rule.form {
        case .date: CalendarDate(iso: text).map { .date($0) }
        case .url: WebAddress.isValid(text) ? .url(text) : nil
        case .decimal: DecimalNumber(text).map { .number($0) }
        case .yesNo: YesNo.read(text).map { .yesNo($0) }
        case .file: .file(filePath(text))
        default: rule.accepts(text) ? .text(text) : nil
        }
    }

    /// Returns the number that is certainly meant by a text that is none: `１２`, `1,200`, `12人`, `+3`, `.5`. Nil if that is not certain.
    ///
    /// - Parameter unit: The unit of the field, which may follow the number.
    package static func number(meantBy text: String, unit: String?) -> DecimalNumber? {
        let narrow = text.precomposedStringWithCompatibilityMapping
        // `1 200` and `12 人`, but not `1 2`.
        let parts = narrow.unicodeScalars.split { $0.properties.isWhitespace }
        for (part, next) in zip(parts, parts.dropFirst()) {
            let (before, after) = (part.reversed().prefix(while: isDigit).count, next.prefix(while: isDigit).count)
            guard before == 0 || after == 0 || (1...3).contains(before) && after == 3 else { return nil }
        }
        var rest = String(String.UnicodeScalarView(parts.joined()))
        let unit = unit?.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace } ?? ""
        if !unit.isEmpty, rest.hasSuffix(unit) { rest.removeLast(unit.count) }
        if rest.hasPrefix("+") { rest.removeFirst() }
        if let first = rest.first, "−‐–".contains(first) { rest = "-" + rest.dropFirst() }
        if rest.hasPrefix(".") { rest = "0" + rest }
        if rest.contains(",") {
            // `1,200` and `12,345.6`, but not `1,2`, which is a decimal number elsewhere.
            let whole = rest.prefix { $0 != "." }
            guard !rest.dropFirst(whole.count).contains(",") else { return nil }
            let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
            let first = groups[0].hasPrefix("-") ? groups[0].dropFirst() : groups[0]
            guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
            rest = rest.replacing(",", with: "")
        }
        return DecimalNumber(rest)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Returns the path of a file in `files/`, relative to the content folder, from its name, or from a path as links have it:
    /// `form.pdf`, `files/form.pdf` and `../files/form.pdf` are the same.
    package static func filePath(_ text: String) -> String {
        var rest = text[...]
        for prefix in ["./", "../", "/"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
        return rest.hasPrefix("files/") ? String(rest) : "files/\(rest)"
    }
}

extension ValueRule {
    /// Whether a text is certainly a value, in the form in which front matter writes it. True where only other files or values decide.
    func accepts(_ text: String) -> Bool {
        switch form {
        case .date, .url, .decimal, .yesNo: WrittenValue.read(text, by: self) != nil
        case .status, .choice: words.contains { $0.label == text }
        case .kana: ReadingKey.isReading(text)
        case .ordinal: Int(text).map { $0 > 0 } ?? false
        case .text, .file, .terms, .id, .address, .map: true
        // What a telephone number is depends on the language of the casebook.
        case .mail, .telephone: false
        }
    }
}
