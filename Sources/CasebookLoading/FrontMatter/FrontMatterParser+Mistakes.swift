import Diagnostics

/// Finds what is wrong where the YAML library has failed. It names the place where it gave up; the mistake is often in the line before.
extension FrontMatterParser {
    /// A value of which quotation marks make valid YAML, and what is wrong with it.
    struct Unquoted {
        let value: Range<Int>
        let mistake: YAMLMistake
        /// The value as it should be written.
        let quoted: String
    }

    /// Returns the value that was meant as text, if the range is valid with quotation marks around it: the one in the line of the
    /// failure, in the line before, or in the first line.
    func unquotedValue(in range: Range<Int>, failure: YAMLFragment.Failure) -> Unquoted? {
        var starts: [Int] = []
        var lineStart = range.lowerBound
        while lineStart < range.upperBound, lineStart <= max(failure.offset, range.lowerBound) {
            starts.append(lineStart)
            lineStart = endOfLine(lineStart, before: range.upperBound) + 1
        }
        let candidates = starts.suffix(2).reversed() + starts.prefix(starts.count > 2 ? 1 : 0)
        for start in candidates {
            let line = start..<endOfLine(start, before: range.upperBound)
            let value = nestedValue(of: line, isValue: start == range.lowerBound && !isLineStart(start))
            guard let mistake = mistake(in: value) else { continue }
            // What is between the marks is the text, with the backslashes.
            let isQuoted = mistake == .escape
            let text = source.string(isQuoted ? value.lowerBound + 1..<value.upperBound - 1 : value)
            let quoted = YAMLQuotes.around(text)
            let changed =
                Array(bytes[range.lowerBound..<value.lowerBound]) + Array(quoted.utf8)
                + Array(bytes[value.upperBound..<range.upperBound])
            if case .success = YAMLFragment.parse(SourceText(path: source.path, utf8: changed), 0..<changed.count) {
                return Unquoted(value: value, mistake: mistake, quoted: quoted)
            }
        }
        return nil
    }

    /// Returns the first value of a range that YAML reads with less than is written: its start is a name for later use, or a tag, which
    /// nothing here uses.
    func valueWithUnusedName(in range: Range<Int>) -> Unquoted? {
        guard bytes[range].contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "!") }) else { return nil }
        var lineStart = range.lowerBound
        while lineStart < range.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: range.upperBound)
            let value = nestedValue(of: line, isValue: lineStart == range.lowerBound && !isLineStart(lineStart))
            if isUnusedName(value, in: range), let mistake = mistake(in: value) {
                return Unquoted(value: value, mistake: mistake, quoted: YAMLQuotes.around(source.string(value)))
            }
            lineStart = line.upperBound + 1
        }
        return nil
    }

    /// Whether a value is `&name text` with a name that no `*name` uses, or `!name text`.
    private func isUnusedName(_ value: Range<Int>, in range: Range<Int>) -> Bool {
        guard value.count > 2, let first = value.first.map({ bytes[$0] }),
            first == UInt8(ascii: "&") || first == UInt8(ascii: "!"), bytes[value.lowerBound + 1] != UInt8(ascii: "!")
        else { return false }
        let name = source.string(value.lowerBound + 1..<value.upperBound).prefix { !$0.isWhitespace }
        // A name alone can belong to the lines below.
        guard 1 + name.utf8.count < value.count else { return false }
        return first == UInt8(ascii: "!") || !source.string(range).contains("*\(name)")
    }

    private func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == 0x0A }

    /// Returns the value in a line of a nested map or list: what follows `- ` and `key: `, without a comment.
    private func nestedValue(of line: Range<Int>, isValue: Bool) -> Range<Int> {
        var start = skippingBlanks(line.lowerBound, before: line.upperBound)
        guard !isValue else { return plainText(start..<line.upperBound) }
        while start + 1 < line.upperBound, bytes[start] == 0x2D, isBlank(bytes[start + 1]) {
            start = skippingBlanks(start + 1, before: line.upperBound)
        }
        var index = start
        while index < line.upperBound, isKeyByte(bytes[index]) || bytes[index] >= 0x80 { index += 1 }
        if index > start, index + 1 < line.upperBound, bytes[index] == 0x3A, isBlank(bytes[index + 1]) {
            start = skippingBlanks(index + 1, before: line.upperBound)
        }
        return plainText(start..<line.upperBound)
    }

    /// Returns the last line before an offset, or the one with it, that has no colon although it is no comment.
    func lineWithoutColon(in range: Range<Int>, before offset: Int) -> Range<Int>? {
        var found: Range<Int>?
        var lineStart = range.lowerBound
        while lineStart < min(offset + 1, range.upperBound) {
            let line = lineStart..<endOfLine(lineStart, before: range.upperBound)
            let text = plainText(skippingBlanks(lineStart, before: line.upperBound)..<line.upperBound)
            if !text.isEmpty, !contains(0x3A, text), !"-#[]{}\"'".utf8.contains(bytes[text.lowerBound]) { found = text }
            lineStart = line.upperBound + 1
        }
        return found
    }

    /// Returns the range from the last opening bracket before an offset that is not closed before it.
    func unclosedBracket(in range: Range<Int>) -> Range<Int>? {
        var open: [Int] = []
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(index)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
            default: break
            }
        }
        return open.last.map { $0..<trimmingEnd($0..<endOfLine($0, before: range.upperBound)).upperBound }
    }

    /// What is wrong with a value that was meant as text.
    private func mistake(in value: Range<Int>) -> YAMLMistake? {
        guard let first = value.first.map({ bytes[$0] }) else { return nil }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let close = bytes[(value.lowerBound + 1)..<value.upperBound].lastIndex(of: first)
            if let close, close + 1 == value.upperBound {
                let isEscape = first == 0x22 && bytes[value].contains(0x5C)
                return isEscape ? .escape : nil
            }
            return close == nil ? nil : .textAfterQuote
        // A bracket that is never closed can also be a list.
        case UInt8(ascii: "["): return contains(0x5D, value) ? .mark("[") : nil
        case UInt8(ascii: "{"): return contains(0x7D, value) ? .mark("{") : nil
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
            UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
            UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
            return .mark(Character(UnicodeScalar(first)))
        default:
            let text = source.string(value)
            return text.contains(": ") || text.hasSuffix(":") ? .colon : nil
        }
    }
}
