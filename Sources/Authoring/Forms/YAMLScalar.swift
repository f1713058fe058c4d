import Foundation

/// Writes texts as YAML 1.2 scalars on one line: plain if every YAML reader reads the same text, otherwise in quotes.
enum YAMLScalar {
    /// Returns a text as the value of a key or an item of a list in brackets.
    static func write(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Returns a text in quotation marks of a kind, `"` or `'`, if it can be written in them; otherwise as ``write(_:)`` does.
    static func write(_ text: String, in mark: UInt8) -> String {
        let needsEscapes = text.unicodeScalars.contains { isEscaped($0) }
        guard mark == UInt8(ascii: "'") else { return doubleQuoted(text) }
        return needsEscapes ? write(text) : "'" + text.replacing("'", with: "''") + "'"
    }

    /// Returns texts as a list in brackets.
    static func write(_ texts: [String]) -> String {
        "[\(texts.map { write($0) }.joined(separator: ", "))]"
    }

    /// Whether a text needs no quotes: it starts with a letter or an opening Japanese bracket, contains no character with a meaning in
    /// YAML or in front matter, and is not a reserved word, a number or a date.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            first.properties.isAlphabetic || "「『（【〈《".unicodeScalars.contains(first), first.value != 0x30FC,
            text.unicodeScalars.last?.properties.isWhitespace == false
        else { return false }
        let isSimple = text.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return isPlainASCII(scalar) }
            return scalar.value >= 0xA0 && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format
                && !(0xE000...0xF8FF).contains(scalar.value) || scalar.value == 0x3000
        }
        return isSimple && !["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
    }

    private static func isPlainASCII(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", "(", ")", "/", "+", "=", "%", "!", "?", ";", "~", "@": true
        default: false
        }
    }

    /// Returns a text in quotes. Single quotes are used if they avoid escapes, which are hard to read.
    private static func quoted(_ text: String) -> String {
        let hasMarks = text.contains { $0 == "\"" || $0 == "\\" }
        if hasMarks, !text.unicodeScalars.contains(where: { $0 == "'" || isEscaped($0) }) { return "'\(text)'" }
        return doubleQuoted(text)
    }

    private static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isEscaped(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += scalar.value > 0xFFFF ? "\\U" + padded(digits, 8) : "\\u" + padded(digits, 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether a character is written as an escape: control and format characters, private use, noncharacters, byte order mark.
    static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func padded(_ digits: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
