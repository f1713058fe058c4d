import Diagnostics

/// Finds what is private. Nothing of it is read, so that no message can show it.
extension FrontMatterParser {
    /// Returns the start of a private block if a line is one.
    ///
    /// Fast for all usual keys: their letters exclude it.
    func privateHead(_ line: Range<Int>) -> PrivateName? {
        var index = line.lowerBound
        var letters: UInt32 = 0
        while index < line.upperBound, isKeyByte(bytes[index]) {
            letters |= 1 << UInt32(bytes[index] & 0x1F)
            index += 1
        }
        let colon = skippingBlanks(index, before: line.upperBound)
        if index > line.lowerBound, colon < line.upperBound, bytes[colon] == 0x3A,
            (letters & Self.privateLetters).nonzeroBitCount < 4 || isKnownKey(line.lowerBound..<index)
        {
            return nil
        }
        let head = PrivateName(line, in: bytes)
        guard head.match != nil, !knownKeys.contains(head.name) || head.name == Self.privateKey else { return nil }
        return head
    }

    /// The letters of `private`, one bit each.
    private static let privateLetters = Self.privateKey.utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 & 0x1F) }

    /// Whether a line starts a private block inside the value of another key. Only the name itself with a colon counts there.
    func isPrivateInValue(_ line: Range<Int>) -> Bool {
        guard mayBePrivate(line) else { return false }
        let head = PrivateName(line, in: bytes)
        return head.colon != nil && head.match == .exact
    }

    /// Whether a range may contain the name: fast, and never wrong about a line without it.
    private func mayBePrivate(_ range: Range<Int>) -> Bool {
        range.contains { index in
            switch bytes[index] {
            case UInt8(ascii: "v"), UInt8(ascii: "V"), 0xCE, 0xD1: true
            // ｖ, Ｖ, 非, 公, プ, ひ
            case 0xEF: index + 1 < range.upperBound && (bytes[index + 1] == 0xBD || bytes[index + 1] == 0xBC)
            case 0xE9: index + 1 < range.upperBound && bytes[index + 1] == 0x9D
            case 0xE5: index + 2 < range.upperBound && bytes[index + 1] == 0x85 && bytes[index + 2] == 0xAC
            case 0xE3: index + 2 < range.upperBound && bytes[index + 1] == 0x83 && bytes[index + 2] == 0x97
            default: false
            }
        }
    }

    private func isKnownKey(_ range: Range<Int>) -> Bool {
        knownKeys.contains { $0 != Self.privateKey && bytes[range].elementsEqual($0.utf8) }
    }

    /// Passes over a private block and records it. Returns the start of the next line.
    mutating func passPrivateBlock(_ head: PrivateName, _ line: Range<Int>, before end: Int) -> Int {
        let next = min(line.upperBound + 1, end)
        let blockEnd = endOfPrivateBlock(next, before: end)
        var last = blockEnd
        if last > line.lowerBound, last <= bytes.count, bytes[last - 1] == 0x0A { last -= 1 }
        let range = line.lowerBound..<max(last, line.upperBound)
        let colon = head.colon ?? head.key.upperBound..<head.key.upperBound
        result.entries.append(
            FrontMatter.Entry(
                name: Self.privateKey, line: line, key: head.key, colon: colon, mistakes: [], value: .map([], bytes: range),
                end: min(max(blockEnd, line.upperBound + 1), bytes.count)))
        result.privateBlocks.append(
            FrontMatter.PrivateBlock(
                range: range, key: head.key, mistake: privateMistake(head, line, lines: next..<blockEnd)))
        return max(blockEnd, line.upperBound + 1)
    }

    /// Returns the start of the next line with a known key at column 1, or with another `private`; otherwise the end.
    func endOfPrivateBlock(_ start: Int, before end: Int) -> Int {
        var lineStart = start
        while lineStart < end {
            let line = lineStart..<endOfLine(lineStart, before: end)
            if !line.isEmpty, skippingSpaces(lineStart, before: line.upperBound) == lineStart, bytes[lineStart] != 0x23 {
                let head = PrivateName(line, in: bytes)
                let isKnown = head.colon != nil && head.isAlone && knownKeys.contains(head.name)
                if isKnown || (head.match == .exact && !(head.colon == nil && !head.isAlone)) { return lineStart }
            }
            lineStart = line.upperBound + 1
        }
        return end
    }

    /// Returns what is wrong in the form of a private block.
    ///
    /// - Parameters:
    ///   - head: Its first line as it was read.
    ///   - line: The range of its first line.
    ///   - lines: The range of its other lines.
    private func privateMistake(
        _ head: PrivateName, _ line: Range<Int>, lines: Range<Int>
    ) -> FrontMatter.PrivateBlock.Mistake? {
        let colon = head.colon ?? head.key.upperBound..<head.key.upperBound
        let valueStart = skippingSpaces(colon.upperBound, before: line.upperBound)
        let value = valueStart..<line.upperBound
        let isFlow = value.first.map { bytes[$0] == UInt8(ascii: "{") } ?? false
        let fix = privateFix(head, line, value: value, lines: lines, isFlow: isFlow)
        guard isPlainPrivateKey(head, line, valueStart: valueStart) else {
            return .init(kind: head.match == .exact ? .key : .name, at: head.key, fix: fix)
        }
        let isClosed = bytes[valueStart..<max(line.upperBound, lines.upperBound)].contains(UInt8(ascii: "}"))
        guard isFlow ? isClosed : mayFollowPrivateKey(value) else { return .init(kind: .value, at: head.key, fix: fix) }
        return unfitPrivateLine(lines, isFlow: isFlow).map { .init(kind: .line, at: $0, fix: fix) }
    }

    /// Whether a line starts with `private:` in exactly the form of a key.
    private func isPlainPrivateKey(_ head: PrivateName, _ line: Range<Int>, valueStart: Int) -> Bool {
        guard let colon = head.colon, colon.count == 1 else { return false }
        let nameEnd = min(line.lowerBound + Self.privateKey.utf8.count, line.upperBound)
        let isSpaced = skippingBlanks(colon.upperBound, before: line.upperBound) == valueStart
        return bytes[line.lowerBound..<nameEnd].elementsEqual(Self.privateKey.utf8)
            && skippingBlanks(nameEnd, before: colon.lowerBound) == colon.lowerBound
            && isSpaced && (valueStart > colon.upperBound || valueStart == line.upperBound)
    }

    /// Whether a range after the colon holds no value itself: it is empty, `null`, a comment, or starts a block scalar.
    private func mayFollowPrivateKey(_ value: Range<Int>) -> Bool {
        guard let first = value.first.map({ bytes[$0] }) else { return true }
        return "#|>~".utf8.contains(first) || bytes[trimmingEnd(value)].elementsEqual("null".utf8)
    }

    /// Returns the range of the first line that is not indented by ASCII spaces.
    private func unfitPrivateLine(_ lines: Range<Int>, isFlow: Bool) -> Range<Int>? {
        var lineStart = lines.lowerBound
        while lineStart < lines.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: lines.upperBound)
            let text = skippingBlanks(lineStart, before: line.upperBound)
            let isIndented = text > lineStart && !bytes[lineStart..<text].contains(0x09)
            let isClosing = isFlow && text == lineStart && line.first.map { bytes[$0] == UInt8(ascii: "}") } == true
            if !isBlankLine(line), bytes[text] != 0x23, !isIndented, !isClosing { return line }
            lineStart = line.upperBound + 1
        }
        return nil
    }

    /// Returns the block in the right form, without the end of its last line. `nil` if more than spaces, width and case is wrong.
    private func privateFix(
        _ head: PrivateName, _ line: Range<Int>, value: Range<Int>, lines: Range<Int>, isFlow: Bool
    ) -> String? {
        guard head.match == .exact, head.isAlone, head.colon != nil || trimmingEnd(line).upperBound == head.key.upperBound
        else { return nil }
        // After indented lines, a line at column 1 may be a key that is not known by this name.
        guard !(hasLine(lines, atStart: true) && hasLine(lines, atStart: false)) else { return nil }
        var text = Self.privateKey + ":"
        if isFlow || value.first.map({ bytes[$0] == 0x23 }) == true {
            text += " " + source.string(value)
        } else if !value.isEmpty {
            text += "\n  " + source.string(trimmingEnd(value))
        }
        var lineStart = lines.lowerBound
        while lineStart < lines.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: lines.upperBound)
            let start = skippingSpaces(lineStart, before: line.upperBound)
            if isFlow || start == line.upperBound || bytes[lineStart] == 0x23 {
                text += "\n" + source.string(line)
            } else {
                // Each space of any width and each tab becomes two ASCII spaces, unless all are ASCII spaces.
                let indent = source.string(lineStart..<start)
                let isPlain = indent.utf8.allSatisfy { $0 == 0x20 } && !indent.isEmpty
                text += "\n" + (isPlain ? indent : String(repeating: "  ", count: max(1, indent.count)))
                text += source.string(start..<line.upperBound)
            }
            lineStart = line.upperBound + 1
        }
        return text
    }

    /// Whether a range has a line with text that starts at column 1, or one that starts after ASCII spaces.
    private func hasLine(_ lines: Range<Int>, atStart: Bool) -> Bool {
        var lineStart = lines.lowerBound
        while lineStart < lines.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: lines.upperBound)
            let text = skippingBlanks(lineStart, before: line.upperBound)
            let isAtStart = skippingSpaces(lineStart, before: line.upperBound) == lineStart
            let isText = !isBlankLine(line) && bytes[text] != 0x23
            if isText, atStart ? isAtStart : bytes[lineStart] == 0x20 { return true }
            lineStart = line.upperBound + 1
        }
        return false
    }

    /// Moves the start of the body after what is private before its first heading: below a closing `---` that is too early, or in a
    /// file without front matter.
    mutating func passPrivateBody() {
        let body = result.body
        let followsPrivate = result.privateBlocks.last.map { $0.range.upperBound + 1 >= result.inner.upperBound } ?? false
        var lineStart = body.lowerBound
        var start: Int?
        var first: Int?
        while lineStart < body.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: body.upperBound)
            if start == nil, startsPrivateBody(line) {
                start = lineStart
            } else if isMarkdownHeading(line) {
                break
            }
            if first == nil, !isBlankLine(line) { first = lineStart }
            // A line of hyphens inside of a private block has ended the front matter too early.
            if start == nil, followsPrivate, result.closing != nil, isFence(line) {
                start = first.flatMap { $0 < lineStart ? $0 : nil }
            }
            lineStart = line.upperBound + 1
        }
        guard let start else { return }
        let bodyStart = min(lineStart, body.upperBound)
        let line = start..<endOfLine(start, before: bodyStart)
        result.privateBlocks.append(
            FrontMatter.PrivateBlock(
                range: start..<max(start, bodyStart - 1), key: line, mistake: .init(kind: .body, at: line, fix: nil)))
        result.body = bodyStart..<body.upperBound
    }

    /// Whether a line of the body is meant as a key `private`: it has nothing else, or it directly follows the front matter, or there
    /// is no front matter.
    private func startsPrivateBody(_ line: Range<Int>) -> Bool {
        if result.opening == nil { return privateHead(line) != nil || namesPrivate(line) }
        guard mayBePrivate(line), !isMarkdownHeading(line) else { return false }
        let head = PrivateName(line, in: bytes)
        guard head.match == .exact, head.isAlone, let colon = head.colon else { return false }
        // In lower case it is a key. A sentence starts with a capital letter.
        let first = bytes[head.key.lowerBound]
        let isKey = head.name == Self.privateKey && (first == UInt8(ascii: "p") || first == 0xEF)
        let followsFence = line.lowerBound == result.body.lowerBound || isFence(lineBefore(line.lowerBound))
        return isKey || followsFence || isBlankLine(colon.upperBound..<line.upperBound)
    }

    private func lineBefore(_ start: Int) -> Range<Int> {
        guard start > 0 else { return 0..<0 }
        return (bytes[..<(start - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)..<start - 1
    }

    private func isMarkdownHeading(_ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] == 0x23 { index += 1 }
        let marks = index - line.lowerBound
        return marks > 1 || marks == 1 && (index == line.upperBound || isBlank(bytes[index])) || isHeading(line)
    }

    /// Returns the ranges of the front matter that messages must not show: the private blocks, and lines that have `private:` after
    /// other text, up to the next known key.
    ///
    /// - Complexity: O(n). For files with problems only.
    static func concealedRanges(
        of blocks: [Range<Int>], inner: Range<Int>, in source: SourceText, knownKeys: [String]
    ) -> [Range<Int>] {
        source.utf8.withUnsafeBufferPointer { bytes in
            let parser = FrontMatterParser(source: source, bytes: bytes, knownKeys: knownKeys)
            let inner = inner.clamped(to: 0..<bytes.count)
            var ranges = blocks
            var rest = blocks[...]
            var lineStart = inner.lowerBound
            while lineStart < inner.upperBound {
                let line = lineStart..<parser.endOfLine(lineStart, before: inner.upperBound)
                lineStart = line.upperBound + 1
                // The blocks are in the order of the text, and no later line is in a range that is added here.
                rest = rest.drop { $0.upperBound <= line.lowerBound }
                guard rest.first?.contains(line.lowerBound) != true, parser.namesPrivate(line) else { continue }
                let end = parser.endOfPrivateBlock(min(lineStart, inner.upperBound), before: inner.upperBound)
                ranges.append(line.lowerBound..<max(line.upperBound, end - 1))
                lineStart = max(lineStart, end)
            }
            return ranges
        }
    }

    /// Whether a line has the name and a colon anywhere.
    private func namesPrivate(_ line: Range<Int>) -> Bool {
        guard mayBePrivate(line) else { return false }
        let text = source.string(line).precomposedStringWithCompatibilityMapping.lowercased()
            .filter { !$0.isWhitespace && !"'\"*`".contains($0) }
        return ["private:", "非公開:"].contains { text.contains($0) }
    }
}
