import Diagnostics

extension FrontMatterParser {
    /// A value, the start of the line after it, and whether its list has full-width marks.
    package struct ParsedValue {
        package var value: FieldValue
        var next: Int
        var hasWideMarks = false
    }

    /// Parses the value after a key's colon and in the following lines.
    mutating func parseValue(_ head: Head, line: Range<Int>, before end: Int) -> ParsedValue {
        let start = head.valueStart
        let next = line.upperBound + 1
        guard start < line.upperBound, !isComment(start, after: head.colon.upperBound) else {
            return parseBlock(head, start: start, line: line, before: end)
        }
        switch bytes[start] {
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            guard isBlockHeader(start..<line.upperBound) else { break }
            return parseYAML(start, blockEnd(next, before: end, stoppingAtKeys: false, isText: true), head: head)
        case UInt8(ascii: "["):
            if let list = parseFlowList(start..<line.upperBound) {
                return ParsedValue(value: list.value, next: next, hasWideMarks: list.hasWideMarks)
            }
            if !contains(UInt8(ascii: "]"), start..<line.upperBound) {
                return parseYAML(start, blockEnd(next, before: end, stoppingAtKeys: false), head: head)
            }
            // Lists in a list, maps and the like. What is no list is text: `[速報] 題名`.
            if case .success(.list(let items, let bytes)) = YAMLFragment.parse(source, start..<line.upperBound) {
                return ParsedValue(value: .list(items, bytes: bytes), next: next)
            }
        case UInt8(ascii: "{"):
            return parseYAML(start, blockEnd(next, before: end, stoppingAtKeys: false), head: head)
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
            guard start + 1 < line.upperBound, isKeyByte(bytes[start + 1]) || bytes[start + 1] == 0x21 else { break }
            return parseYAML(start, blockEnd(next, before: end, stoppingAtKeys: false), head: head)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if let quoted = parseQuoted(start..<line.upperBound) {
                if let text = quoted.text { return ParsedValue(value: .text(text), next: next) }
                if quoted.needsYAML { return parseYAML(start, next, head: head) }
            } else {
                let blockEnd = blockEnd(next, before: end, stoppingAtKeys: true)
                if blockEnd > next { return parseYAML(start, blockEnd, head: head) }
                result.syntaxErrors.append(.unclosedQuote(start..<start + 1))
                return ParsedValue(value: .unreadable(start..<line.upperBound), next: next)
            }
        default: break
        }
        return parsePlain(start, line: line, before: end)
    }

    /// Parses a plain text with the indented lines that continue it.
    private func parsePlain(_ start: Int, line: Range<Int>, before end: Int) -> ParsedValue {
        let first = plainText(start..<line.upperBound)
        let next = line.upperBound + 1
        let blockEnd =
            next < end && (isBlank(bytes[next]) || bytes[next] == 0x0A)
            ? blockEnd(next, before: end, stoppingAtKeys: true) : next
        guard blockEnd > next else { return ParsedValue(value: plainValue(first), next: next) }
        var parts = [source.string(first)]
        var lineStart = next
        var last = first.upperBound
        while lineStart < blockEnd {
            let lineEnd = endOfLine(lineStart, before: blockEnd)
            let text = plainText(skippingBlanks(lineStart, before: lineEnd)..<lineEnd)
            if !text.isEmpty {
                parts.append(source.string(text))
                last = text.upperBound
            }
            lineStart = lineEnd + 1
        }
        let folded = FieldText(bytes: start..<last, corrected: parts.joined(separator: " "))
        return ParsedValue(value: .text(folded), next: blockEnd)
    }

    /// Returns a range without a comment and spaces at its end.
    package func plainText(_ range: Range<Int>) -> Range<Int> {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 0x23, index == range.lowerBound || isBlank(bytes[index - 1]) { break }
            index += 1
        }
        return trimmingEnd(range.lowerBound..<index)
    }

    /// Returns a plain text as a value. `null` and `~` are empty values in YAML.
    func plainValue(_ range: Range<Int>) -> FieldValue {
        if range.isEmpty || (range.count == 1 && bytes[range.lowerBound] == 0x7E)
            || (range.count == 4 && bytes[range].elementsEqual("null".utf8))
        {
            return .empty(at: range.lowerBound)
        }
        return .text(FieldText(bytes: range))
    }

    /// Parses a quoted text that ends its line.
    ///
    /// - Returns: The text; `needsYAML` if it has escapes; neither if text follows the closing mark. `nil` if the closing mark is not
    ///   on the line.
    func parseQuoted(_ range: Range<Int>) -> (text: FieldText?, needsYAML: Bool)? {
        guard let close = closingQuote(range) else { return nil }
        let end = close.offset + 1
        let rest = skippingSpaces(end, before: range.upperBound)
        guard rest == range.upperBound || isComment(rest, after: end) else { return (nil, false) }
        if close.hasEscapes { return (nil, true) }
        return (FieldText(bytes: range.lowerBound..<end, content: range.lowerBound + 1..<close.offset), false)
    }

    /// Finds the mark that closes the quotation mark at the start of a range, and whether there are escapes before it.
    func closingQuote(_ range: Range<Int>) -> (offset: Int, hasEscapes: Bool)? {
        let quote = bytes[range.lowerBound]
        var index = range.lowerBound + 1
        var hasEscapes = false
        while index < range.upperBound {
            if bytes[index] == 0x5C, quote == 0x22 {
                hasEscapes = true
                index += 2
            } else if bytes[index] != quote {
                index += 1
            } else if quote == 0x27, index + 1 < range.upperBound, bytes[index + 1] == quote {
                hasEscapes = true
                index += 2
            } else {
                return (index, hasEscapes)
            }
        }
        return nil
    }

    /// Returns the end of the lines that belong to the value before them: indented lines, empty lines, and a closing bracket.
    ///
    /// What is private ends them too, except in the text of a block scalar.
    func blockEnd(_ start: Int, before end: Int, stoppingAtKeys: Bool, isText: Bool = false) -> Int {
        var lineStart = start
        var blockEnd = start
        while lineStart < end {
            let lineEnd = endOfLine(lineStart, before: end)
            let text = skippingBlanks(lineStart, before: lineEnd)
            if text < lineEnd {
                let belongs = text > lineStart || bytes[text] == 0x5D || bytes[text] == 0x7D
                if !belongs || (stoppingAtKeys && startsWithKey(text..<lineEnd)) { break }
                if !isText, isPrivateInValue(lineStart..<lineEnd) { break }
                blockEnd = min(lineEnd + 1, end)
            }
            lineStart = lineEnd + 1
        }
        return blockEnd
    }

    private func startsWithKey(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, isKeyByte(bytes[index]) { index += 1 }
        guard index > range.lowerBound, index < range.upperBound, bytes[index] == 0x3A else { return false }
        return index + 1 == range.upperBound || isBlank(bytes[index + 1])
    }

    /// Whether a range is `|` or `>`, followed only by indicators and a comment.
    private func isBlockHeader(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound + 1
        while index < range.upperBound, "0123456789+-".utf8.contains(bytes[index]) { index += 1 }
        let rest = skippingBlanks(index, before: range.upperBound)
        return rest == range.upperBound || isComment(rest, after: index)
    }

    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    func contains(_ byte: UInt8, _ range: Range<Int>) -> Bool { bytes[range].contains(byte) }

    /// Whether there is a `#` at an offset that starts a comment because a space is before it.
    package func isComment(_ index: Int, after start: Int) -> Bool {
        index < bytes.count && bytes[index] == 0x23 && index > start
    }
}
