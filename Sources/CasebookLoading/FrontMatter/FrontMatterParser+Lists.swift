import Diagnostics

extension FrontMatterParser {
    /// Parses `[a, b]` on one line. `nil` if the list does not end on the line, is nested, or has text after it.
    func parseFlowList(_ range: Range<Int>) -> (value: FieldValue, hasWideMarks: Bool)? {
        var items: [FieldValue] = []
        items.reserveCapacity(1 + range.count { bytes[$0] == UInt8(ascii: ",") })
        var index = range.lowerBound + 1
        while true {
            index = skippingSpaces(index, before: range.upperBound)
            guard index < range.upperBound else { return nil }
            let start = index
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                return nil
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let quoted = parseFlowQuoted(index..<range.upperBound) else { return nil }
                items.append(.text(quoted))
                index = skippingSpaces(quoted.bytes.upperBound, before: range.upperBound)
            default:
                while index < range.upperBound, !isFlowMark(index, before: range.upperBound) { index += 1 }
                let item = trimmingEnd(start..<index)
                if !item.isEmpty { items.append(.text(FieldText(bytes: item))) }
            }
            guard index < range.upperBound else { return nil }
            if bytes[index] == UInt8(ascii: ",") {
                index += 1
                continue
            }
            let wideLength = OddCharacters.closingBracket(bytes, index, before: range.upperBound)
            guard bytes[index] == UInt8(ascii: "]") || wideLength > 0 else { return nil }
            index += max(wideLength, 1)
            let rest = skippingSpaces(index, before: range.upperBound)
            guard rest == range.upperBound || isComment(rest, after: index) else { return nil }
            return (.list(items, bytes: range.lowerBound..<index), wideLength > 0)
        }
    }

    /// Whether an offset ends a plain item: at a comma, a closing bracket, or a full-width bracket at the end of the line.
    private func isFlowMark(_ index: Int, before end: Int) -> Bool {
        if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "]") { return true }
        let length = OddCharacters.closingBracket(bytes, index, before: end)
        return length > 0 && skippingSpaces(index + length, before: end) == end
    }

    /// Parses a quoted item, which text may follow. `nil` if it is not closed on the line, or has an escape that YAML does not define.
    private func parseFlowQuoted(_ range: Range<Int>) -> FieldText? {
        guard let close = closingQuote(range) else { return nil }
        let whole = range.lowerBound..<close.offset + 1
        guard close.hasEscapes else { return FieldText(bytes: whole, content: range.lowerBound + 1..<close.offset) }
        guard case .success(.text(let text)) = YAMLFragment.parse(source, whole) else { return nil }
        return text
    }

    /// Parses the value in the lines after a key whose own line has no value.
    mutating func parseBlock(_ head: Head, start: Int, line: Range<Int>, before end: Int) -> ParsedValue {
        let next = line.upperBound + 1
        let emptyOffset = min(head.colon.upperBound, end)
        guard let first = firstTextLine(next, before: end) else {
            return ParsedValue(value: .empty(at: emptyOffset), next: next)
        }
        if isPrivateInValue(first) { return ParsedValue(value: .empty(at: emptyOffset), next: next) }
        if itemMark(first) != nil { return parseItems(next, head: head, before: end) }
        let blockEnd = blockEnd(next, before: end, stoppingAtKeys: false)
        guard blockEnd > next else { return ParsedValue(value: .empty(at: emptyOffset), next: next) }
        return parseYAML(next, blockEnd, head: head)
    }

    /// Parses items `- text`, one per line. Yams reads anything more complex.
    private mutating func parseItems(_ start: Int, head: Head, before end: Int) -> ParsedValue {
        var items: [FieldValue] = []
        var hasWideMarks = false
        var lineStart = start
        var last = start
        var indent: Int?
        var isFirstIndentedBySpaces = true
        var isSimple = true
        var deeper: [(blanks: Range<Int>, indent: Int)] = []
        while lineStart < end {
            let line = lineStart..<endOfLine(lineStart, before: end)
            let text = skippingBlanks(lineStart, before: line.upperBound)
            if text == line.upperBound || isBlankLine(line) || bytes[text] == 0x23 {
                lineStart = line.upperBound + 1
                continue
            }
            if isPrivateInValue(line) { break }
            guard let mark = itemMark(line) else {
                if text == lineStart { break }
                isSimple = false
                lineStart = line.upperBound + 1
                last = min(lineStart, end)
                continue
            }
            let isIndentedBySpaces = (lineStart..<mark.lowerBound).allSatisfy { self.bytes[$0] == 0x20 }
            if indent == nil {
                indent = mark.lowerBound - lineStart
                isFirstIndentedBySpaces = isIndentedBySpaces
            }
            if isIndentedBySpaces, isFirstIndentedBySpaces, let indent, mark.lowerBound - lineStart > indent, isSimple,
                case .text? = items.last
            {
                // YAML takes the line for a part of the item above it. Nobody means that.
                deeper.append((lineStart..<mark.lowerBound, indent))
            } else if indent != mark.lowerBound - lineStart {
                isSimple = false
            }
            if bytes[mark.lowerBound] != 0x2D || mark.count > 1 { hasWideMarks = true }
            if let item = parseItem(skippingSpaces(mark.upperBound, before: line.upperBound)..<line.upperBound) {
                items.append(item)
            } else {
                isSimple = false
            }
            lineStart = line.upperBound + 1
            last = min(lineStart, end)
        }
        if !isSimple, !hasWideMarks { return parseYAML(start, last, head: head) }
        result.syntaxErrors += deeper.map { .deeperItem($0.blanks, indent: $0.indent) }
        for lineStart in lineStarts(start..<last) { addTab(lineStart..<endOfLine(lineStart, before: last)) }
        let first = items.first?.bytes.lowerBound ?? start
        let bytes = first..<max(first, items.last?.bytes.upperBound ?? first)
        return ParsedValue(value: .list(items, bytes: bytes), next: last, hasWideMarks: hasWideMarks)
    }

    /// Parses one item; `nil` if only Yams can read it.
    private func parseItem(_ range: Range<Int>) -> FieldValue? {
        guard let first = range.first.map({ bytes[$0] }) else { return .empty(at: range.lowerBound) }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let quoted = parseQuoted(range), !quoted.needsYAML else { return nil }
            if let text = quoted.text { return .text(text) }
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"):
            return nil
        case UInt8(ascii: "-") where range.count > 1 && isBlank(bytes[range.lowerBound + 1]):
            return nil
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
            if range.count > 1, isKeyByte(bytes[range.lowerBound + 1]) { return nil }
        default:
            if isMapEntry(range) { return nil }
        }
        return plainValue(plainText(range))
    }

    /// Whether an item is a nested map: `key: …`.
    private func isMapEntry(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, isKeyByte(bytes[index]) { index += 1 }
        guard index > range.lowerBound, index < range.upperBound, bytes[index] == 0x3A else { return false }
        return index + 1 == range.upperBound || isBlank(bytes[index + 1])
    }

    /// Returns the mark of an item at the start of a line: `-` and a space, or a character that is intended as it.
    private func itemMark(_ line: Range<Int>) -> Range<Int>? {
        let start = skippingSpaces(line.lowerBound, before: line.upperBound)
        guard start < line.upperBound else { return nil }
        if bytes[start] == 0x2D {
            let next = start + 1
            let isMark =
                next == line.upperBound || isBlank(bytes[next])
                || OddCharacters.space(bytes, next, before: line.upperBound) > 0
            return isMark ? start..<next : nil
        }
        let length = max(
            OddCharacters.hyphen(bytes, start, before: line.upperBound),
            OddCharacters.bullet(bytes, start, before: line.upperBound))
        return length > 0 ? start..<start + length : nil
    }

    private func firstTextLine(_ start: Int, before end: Int) -> Range<Int>? {
        for lineStart in lineStarts(start..<max(start, end)) {
            let line = lineStart..<endOfLine(lineStart, before: end)
            let text = skippingBlanks(lineStart, before: line.upperBound)
            if text < line.upperBound, bytes[text] != 0x23, !isBlankLine(line) { return line }
        }
        return nil
    }

    private func lineStarts(_ range: Range<Int>) -> [Int] {
        var starts: [Int] = []
        var index = range.lowerBound
        while index < range.upperBound {
            starts.append(index)
            index = endOfLine(index, before: range.upperBound) + 1
        }
        return starts
    }
}
