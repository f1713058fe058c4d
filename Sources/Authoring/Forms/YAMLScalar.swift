import Foundation

/// Writes texts as YAML 1.2 scalars on one line: plain where every reader takes them for that text, else in quotes.
enum YAMLScalar {
    /// A text as the value of a key, or of a list in brackets.
    static func write(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// A list in brackets.
    static func write(_ texts: [String]) -> String {
        "[\(texts.map { write($0) }.joined(separator: ", "))]"
    }

    /// Whether a text can stand without quotes: it starts with a letter or an opening bracket of Japanese, holds no sign that YAML or the reader of front matter
    /// gives a meaning, and is no word, number or date.
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

    /// In single quotes where that saves escapes: a list with escapes in it is not for every reader.
    private static func quoted(_ text: String) -> String {
        let hasMarks = text.contains { $0 == "\"" || $0 == "\\" }
        if hasMarks, !text.unicodeScalars.contains(where: { $0 == "'" || isEscaped($0) }) { return "'\(text)'" }
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

    /// Control characters, those that turn text around, private ones, noncharacters, and a byte order mark.
    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func padded(_ digits: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
