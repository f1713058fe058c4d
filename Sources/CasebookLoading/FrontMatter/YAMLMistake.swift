import Diagnostics

/// Why a value is not valid YAML, in kinds that a message can explain without the words of the YAML library.
package enum YAMLMistake: Sendable, Hashable {
    /// The value starts with a mark that means something else in YAML, such as `&`, `*`, `!`, `{`.
    case mark(Character)
    /// The value contains `: `.
    case colon
    /// There is a backslash between `"` that starts no escape.
    case escape
    /// There is text after a closing quotation mark.
    case textAfterQuote
    /// There is text after the closing bracket of a list.
    case textAfterList
    /// A list or a map is not closed by this bracket.
    case unclosed(Character)
    /// A list with `-` starts on the line of its key.
    case itemAfterKey
    /// Lines that belong together do not start at the same column.
    case indentation
    /// A line of a map has no colon.
    case missingColon
    /// A control character.
    case control
    /// Brackets or spaces are nested too deeply.
    case tooDeep
    /// Aliases make more values than the reader takes.
    case tooMany
    case other

    /// The kind of a problem by the words of the YAML library.
    init(detail: String) {
        switch detail {
        case "did not find expected ',' or ']'": self = .unclosed("]")
        case "did not find expected ',' or '}'": self = .unclosed("}")
        case "block sequence entries are not allowed in this context": self = .itemAfterKey
        case "mapping values are not allowed in this context": self = .colon
        case "could not find expected ':'": self = .missingColon
        case "did not find expected key", "did not find expected '-' indicator", "mapping keys are not allowed in this context":
            self = .indentation
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            self = .escape
        case "control characters are not allowed": self = .control
        default: self = .other
        }
    }
}

/// Quotation marks around texts in YAML.
package enum YAMLQuotes {
    /// A text in the quotation marks that need the fewest escapes. The text must be of one line.
    package static func around(_ text: some StringProtocol) -> String {
        let needsEscapes = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        return needsEscapes ? "'" + String(text).replacing("'", with: "''") + "'" : "\"" + text + "\""
    }
}
