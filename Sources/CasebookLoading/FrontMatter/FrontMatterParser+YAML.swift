import Diagnostics

extension FrontMatterParser {
    /// Parses a range with Yams: a value with syntax that only YAML defines.
    mutating func parseYAML(_ start: Int, _ end: Int, head: Head) -> ParsedValue {
        let range = start..<max(start, min(end, bytes.count))
        let errorCount = result.syntaxErrors.count
        var lineStart = range.lowerBound
        while lineStart < range.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: range.upperBound)
            if lineStart > range.lowerBound || start > head.valueStart { addTab(line) }
            lineStart = line.upperBound + 1
        }
        switch YAMLFragment.parse(source, range) {
        case .success(.text) where start > head.valueStart && !wideColons(in: range).isEmpty:
            result.syntaxErrors += wideColons(in: range).map { .wideColon($0) }
            return ParsedValue(value: .unreadable(range), next: range.upperBound)
        case .success(let value):
            if let found = valueWithUnusedName(in: range) {
                result.syntaxErrors.append(.invalid(found.value, found.mistake, meant: found.quoted))
                return ParsedValue(value: .unreadable(range), next: range.upperBound)
            }
            return ParsedValue(value: value, next: range.upperBound)
        case .failure(let failure):
            if result.syntaxErrors.count == errorCount {
                addFailure(failure, in: range)
            }
            return ParsedValue(value: .unreadable(range), next: range.upperBound)
        }
    }

    /// Records the likely cause of a failure: full-width colons after keys, a text that needs quotation marks, a bracket that is not
    /// closed; otherwise a kind of mistake at the place where the YAML library gave up.
    private mutating func addFailure(_ failure: YAMLFragment.Failure, in range: Range<Int>) {
        if let name = failure.duplicateKey {
            let key = keyRange(name, from: failure.offset, before: range.upperBound)
            result.syntaxErrors.append(.duplicateKey(key, name: name))
            return
        }
        let colons = wideColons(in: range)
        guard colons.isEmpty else {
            result.syntaxErrors.append(contentsOf: colons.map { .wideColon($0) })
            return
        }
        if bytes[range.lowerBound] == 0x22 || bytes[range.lowerBound] == 0x27, failure.isAtEnd {
            result.syntaxErrors.append(.unclosedQuote(range.lowerBound..<range.lowerBound + 1))
            return
        }
        if let found = unquotedValue(in: range, failure: failure) {
            result.syntaxErrors.append(.invalid(found.value, found.mistake, meant: found.quoted))
            return
        }
        if case .unclosed = failure.mistake, let open = unclosedBracket(in: range) {
            result.syntaxErrors.append(.invalid(open, failure.mistake, meant: nil))
            return
        }
        if failure.mistake == .missingColon, let line = lineWithoutColon(in: range, before: failure.offset) {
            result.syntaxErrors.append(.invalid(line, .missingColon, meant: nil))
            return
        }
        // The library may report an offset after the range for something that is missing at its end.
        let last = bytes[range].lastIndex { $0 != 0x0A && !isBlank($0) }.map { $0 + 1 } ?? range.lowerBound
        let lastLine = bytes[range.lowerBound..<max(range.lowerBound, last)].lastIndex(of: 0x0A).map { $0 + 1 }
        let offset = failure.offset < last ? failure.offset : lastLine ?? range.lowerBound
        let invalid = offset..<trimmingEnd(offset..<endOfLine(offset, before: bytes.count)).upperBound
        result.syntaxErrors.append(.invalid(invalid, failure.mistake, meant: nil))
    }

    /// Returns the range of the second occurrence of a key, or of the first if there is only one.
    private func keyRange(_ name: String, from offset: Int, before end: Int) -> Range<Int> {
        var found = offset..<offset
        var lineStart = offset
        while lineStart < end {
            let lineEnd = endOfLine(lineStart, before: end)
            var text = skippingBlanks(lineStart, before: lineEnd)
            if text + 1 < lineEnd, bytes[text] == 0x2D { text = skippingBlanks(text + 1, before: lineEnd) }
            let keyEnd = text + name.utf8.count
            if keyEnd < lineEnd, bytes[text..<keyEnd].elementsEqual(name.utf8), bytes[keyEnd] == 0x3A {
                if !found.isEmpty { return text..<keyEnd }
                found = text..<keyEnd
            }
            lineStart = lineEnd + 1
        }
        return found
    }

    /// Returns the ranges of full-width colons after ASCII keys at the start of lines.
    private func wideColons(in range: Range<Int>) -> [Range<Int>] {
        var colons: [Range<Int>] = []
        var lineStart = range.lowerBound
        while lineStart < range.upperBound {
            let lineEnd = endOfLine(lineStart, before: range.upperBound)
            var index = skippingSpaces(lineStart, before: lineEnd)
            if index < lineEnd, bytes[index] == 0x2D { index = skippingSpaces(index + 1, before: lineEnd) }
            let keyStart = index
            while index < lineEnd, isKeyByte(bytes[index]) { index += 1 }
            let length = OddCharacters.colon(bytes, index, before: lineEnd)
            if index > keyStart, length > 0 { colons.append(index..<index + length) }
            lineStart = lineEnd + 1
        }
        return colons
    }
}
