import Diagnostics
import Foundation

extension FrontMatterParser {
    /// Reads the lines of a stretch.
    package mutating func parseEntries(_ stretch: Range<Int>) {
        var lineStart = stretch.lowerBound
        while lineStart < stretch.upperBound {
            let line = lineStart..<endOfLine(lineStart, before: stretch.upperBound)
            let textStart = skippingBlanks(lineStart, before: line.upperBound)
            if textStart == line.upperBound || bytes[textStart] == 0x23 || isBlankLine(line) {
                lineStart = line.upperBound + 1
            } else {
                lineStart = parseEntry(line, before: stretch.upperBound)
            }
        }
    }

    /// Reads the entry of a line, with the lines of its value; returns where the next one starts.
    private mutating func parseEntry(_ line: Range<Int>, before end: Int) -> Int {
        guard let head = plainHead(line) ?? oddHead(line) else {
            noteTab(line)
            result.strays.append(.noColon(trimmingEnd(line)))
            return line.upperBound + 1
        }
        if head.slips.contains(.indented) { noteTab(line) }
        let value = parseValue(head, line: line, before: end)
        var slips = head.slips
        if value.hasWideMarks { slips.insert(.wideListMarks) }
        result.entries.append(
            FrontMatter.Entry(
                name: head.name, line: line, key: head.key, colon: head.colon, slips: slips, value: value.value))
        return value.next
    }

    /// A key and a colon as they should be, without building anything but the name.
    private func plainHead(_ line: Range<Int>) -> Head? {
        var index = line.lowerBound
        while index < line.upperBound, isKeyByte(bytes[index]) { index += 1 }
        let key = line.lowerBound..<index
        index = skippingBlanks(index, before: line.upperBound)
        guard !key.isEmpty, index < line.upperBound, bytes[index] == 0x3A else { return nil }
        let colon = index..<index + 1
        let afterBlanks = skippingBlanks(colon.upperBound, before: line.upperBound)
        let valueStart = skippingSpaces(afterBlanks, before: line.upperBound)
        var slips: FrontMatter.Slips = []
        if valueStart > afterBlanks {
            slips.insert(.oddSpace)
        } else if afterBlanks == colon.upperBound, afterBlanks < line.upperBound {
            slips.insert(.missingSpace)
        }
        let name = String(decoding: bytes[key], as: UTF8.self)
        return Head(name: name, key: key, colon: colon, valueStart: valueStart, slips: slips)
    }

    /// A key and a colon with something odd about them; nil when the line has no colon at all.
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
        let folded = written.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace && $0 != "\u{200B}" }
        let isKey = !folded.isEmpty && folded.utf8.allSatisfy(isKeyByte)
        var slips: FrontMatter.Slips = []
        if colon.count > 1 { slips.insert(.wideColon) }
        if isKey, containsOddSpace(line.lowerBound..<colon.lowerBound) { slips.insert(.oddSpace) }
        if isKey, containsWideLetter(key) { slips.insert(.wideKey) }
        if keyStart > line.lowerBound, bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 {
            slips.insert(.indented)
        }
        let afterBlanks = skippingBlanks(colon.upperBound, before: line.upperBound)
        let valueStart = skippingSpaces(afterBlanks, before: line.upperBound)
        if valueStart > afterBlanks {
            slips.insert(.oddSpace)
        } else if isKey, colon.count == 1, afterBlanks == colon.upperBound, afterBlanks < line.upperBound {
            slips.insert(.missingSpace)
        }
        return Head(
            name: isKey ? folded : written, key: key, colon: colon, valueStart: valueStart, slips: slips)
    }

    private func containsOddSpace(_ range: Range<Int>) -> Bool {
        range.contains { OddCharacters.space(bytes, $0, before: range.upperBound) > 0 }
    }

    /// Whether there is something beyond ASCII that is no space.
    private func containsWideLetter(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let space = OddCharacters.space(bytes, index, before: range.upperBound)
            if space == 0, bytes[index] >= 0x80 { return true }
            index += max(space, 1)
        }
        return false
    }

    /// Notes a tab before the text of a line.
    package mutating func noteTab(_ line: Range<Int>) {
        let text = skippingBlanks(line.lowerBound, before: line.upperBound)
        guard let tab = bytes[line.lowerBound..<text].firstIndex(of: 0x09), text < line.upperBound else { return }
        var end = tab
        while end < text, bytes[end] == 0x09 { end += 1 }
        result.strays.append(.tab(tab..<end))
    }

    /// What stands before a value.
    package struct Head {
        package let name: String
        package let key: Range<Int>
        package let colon: Range<Int>
        package let valueStart: Int
        package let slips: FrontMatter.Slips
    }
}
