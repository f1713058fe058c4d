import Basics
import Diagnostics
import Foundation

extension FrontMatterParser {
    /// Parses the lines of a range.
    mutating func parseEntries(_ range: Range<Int>) {
        var lineStart = range.lowerBound
        while lineStart < range.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: range.upperBound)
            let textStart = skippingBlanks(lineStart, before: line.upperBound)
            if textStart < line.upperBound, let head = privateHead(line),
                bytes[textStart] != 0x23 || isInterrupted(line, before: range.upperBound)
            {
                lineStart = passPrivateBlock(head, line, before: range.upperBound)
            } else if textStart == line.upperBound || bytes[textStart] == 0x23 || isBlankLine(line) {
                lineStart = line.upperBound + 1
            } else {
                lineStart = parseEntry(line, before: range.upperBound)
            }
        }
    }

    /// Whether the next line that is not a comment is no known key, so that it belongs to the key in this comment.
    private func isInterrupted(_ comment: Range<Int>, before end: Int) -> Bool {
        var lineStart = comment.upperBound + 1
        while lineStart < end {
            let line = lineStart..<endOfLine(lineStart, before: end)
            let text = skippingSpaces(lineStart, before: line.upperBound)
            if text < line.upperBound, bytes[text] != 0x23 { return endOfPrivateBlock(lineStart, before: end) > lineStart }
            lineStart = line.upperBound + 1
        }
        return false
    }

    /// Parses the entry of a line with the lines of its value. Returns the start of the next line.
    private mutating func parseEntry(_ line: Range<Int>, before end: Int) -> Int {
        guard let head = plainHead(line) ?? oddHead(line) else {
            addTab(line)
            result.syntaxErrors.append(.noColon(trimmingEnd(line)))
            return line.upperBound + 1
        }
        if head.mistakes.contains(.indented) { addTab(line) }
        let value = parseValue(head, line: line, before: end)
        var mistakes = head.mistakes
        if value.hasWideMarks { mistakes.insert(.wideListMarks) }
        result.entries.append(
            FrontMatter.Entry(
                name: head.name, line: line, key: head.key, colon: head.colon, mistakes: mistakes, value: value.value,
                end: min(value.next, bytes.count)))
        return value.next
    }

    /// Returns the key and colon of a line in correct form. Fast: only the name is copied.
    private func plainHead(_ line: Range<Int>) -> Head? {
        var index = line.lowerBound
        while index < line.upperBound, isKeyByte(bytes[index]) { index += 1 }
        let key = line.lowerBound..<index
        index = skippingBlanks(index, before: line.upperBound)
        guard !key.isEmpty, index < line.upperBound, bytes[index] == 0x3A else { return nil }
        let colon = index..<index + 1
        let afterBlanks = skippingBlanks(colon.upperBound, before: line.upperBound)
        let valueStart = skippingSpaces(afterBlanks, before: line.upperBound)
        var mistakes: FrontMatter.Mistakes = []
        if valueStart > afterBlanks {
            mistakes.insert(.oddSpace)
        } else if afterBlanks == colon.upperBound, afterBlanks < line.upperBound {
            mistakes.insert(.missingSpace)
        }
        let name = String(decoding: bytes[key], as: UTF8.self)
        return Head(name: name, key: key, colon: colon, valueStart: valueStart, mistakes: mistakes)
    }

    /// Returns the key and colon of a line with mistakes; `nil` if the line has no colon.
    private func oddHead(_ line: Range<Int>) -> Head? {
        var index = line.lowerBound
        var colon: Range<Int>?
        while index < line.upperBound, colon == nil {
            let wide = OddCharacters.colon(bytes, index, before: line.upperBound)
            if bytes[index] == 0x3A { colon = index..<index + 1 }
            if wide > 0 { colon = index..<index + wide }
            index += 1
        }
        guard let colon else { return nil }
        let keyStart = skippingSpaces(line.lowerBound, before: line.upperBound)
        guard keyStart < colon.lowerBound else { return nil }
        let key = trimmingEnd(keyStart..<colon.lowerBound)
        let written = source.string(key)
        let folded = written.precomposedStringWithCompatibilityMapping
            .filter { character in !character.isWhitespace && !character.unicodeScalars.allSatisfy(Self.isInvisible) }
        let isKey = !folded.isEmpty && folded.utf8.allSatisfy(isKeyByte)
        var mistakes: FrontMatter.Mistakes = []
        if colon.count > 1 { mistakes.insert(.wideColon) }
        if isKey, containsOddSpace(line.lowerBound..<colon.lowerBound) { mistakes.insert(.oddSpace) }
        if isKey, containsWideLetter(key) { mistakes.insert(.wideKey) }
        if keyStart > line.lowerBound, bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 {
            mistakes.insert(.indented)
        }
        let afterBlanks = skippingBlanks(colon.upperBound, before: line.upperBound)
        let valueStart = skippingSpaces(afterBlanks, before: line.upperBound)
        if valueStart > afterBlanks {
            mistakes.insert(.oddSpace)
        } else if isKey, colon.count == 1, afterBlanks == colon.upperBound, afterBlanks < line.upperBound {
            mistakes.insert(.missingSpace)
        }
        return Head(
            name: isKey ? folded : written, key: key, colon: colon, valueStart: valueStart, mistakes: mistakes)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        SuspectCharacter.isInvisible(scalar) || SuspectCharacter.isDirectionMark(scalar)
    }

    private func containsOddSpace(_ range: Range<Int>) -> Bool {
        range.contains { OddCharacters.space(bytes, $0, before: range.upperBound) > 0 }
    }

    /// Whether a range contains a non-ASCII character that is not a space.
    private func containsWideLetter(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let space = OddCharacters.space(bytes, index, before: range.upperBound)
            if space == 0, bytes[index] >= 0x80 { return true }
            index += max(space, 1)
        }
        return false
    }

    /// Records a tab before the text of a line.
    mutating func addTab(_ line: Range<Int>) {
        let text = skippingBlanks(line.lowerBound, before: line.upperBound)
        guard let tab = bytes[line.lowerBound..<text].firstIndex(of: 0x09), text < line.upperBound else { return }
        var end = tab
        while end < text, bytes[end] == 0x09 { end += 1 }
        result.syntaxErrors.append(.tab(tab..<end))
    }

    /// The key and colon before a value.
    package struct Head {
        let name: String
        package let key: Range<Int>
        let colon: Range<Int>
        let valueStart: Int
        let mistakes: FrontMatter.Mistakes
    }
}
