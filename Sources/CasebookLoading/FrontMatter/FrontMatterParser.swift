import Diagnostics

/// Parses front matter line by line, with the range of every key and value, and always reads to the end.
///
/// A reader of our own, because a YAML library stops at the first error and gives no ranges of values.
///
/// ```
/// text         = front-matter body
/// front-matter = fence *line fence
/// fence        = "---" *blank EOL         ; the opening one is the text's first line, the closing one the next fence,
///                                         ; whatever is around it: a value cannot hold a line of "---" at column 1
/// line         = empty | comment | entry
/// comment      = *blank "#" … EOL
/// entry        = key *blank ":" [1*blank value] [1*blank comment] EOL [block]
/// key          = 1*(letter | digit | "-" | "_")   ; at column 1
/// value        = quoted | flow | plain
/// quoted       = '"' … '"' | "'" … "'"    ; alone on the rest of the line
/// flow         = "[" item *("," item) "]" ; alone on the rest of the line
/// plain        = any text up to " #" or the end of the line, colons included
/// block        = items | lines indented by blanks
/// items        = *(*blank "- " (quoted | plain) EOL)
/// ```
///
/// An indented line after a plain value continues it. Block scalars (`|`, `>`), nested maps and lists, escapes, flow maps, flow
/// lists over several lines, anchors and tags are read by Yams. Characters that a Japanese keyboard types instead of the ASCII
/// ones are read as intended, and recorded as ``FrontMatter/Mistakes`` or ``FrontMatter/SyntaxError``.
package struct FrontMatterParser {
    package let source: SourceText
    let bytes: UnsafeBufferPointer<UInt8>
    var result = FrontMatter(inner: 0..<0, body: 0..<0)
    /// The keys that end a private block.
    var knownKeys: [String] = []
    /// The key whose value is never read, so that nothing can show it.
    static let privateKey = "private"

    /// Parses the front matter of a text and finds its body.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - knownKeys: The keys that the file can have, which end what is private.
    package static func parse(_ source: SourceText, knownKeys: [String]) -> FrontMatter {
        source.utf8.withUnsafeBufferPointer { bytes in
            var parser = FrontMatterParser(source: source, bytes: bytes, knownKeys: knownKeys)
            parser.findFences()
            parser.result.entries.reserveCapacity(16)
            parser.parseEntries(parser.result.inner)
            parser.passPrivateBody()
            return parser.result
        }
    }

    /// Parses a whole text as front matter without fences, such as `casebook.yml`.
    static func parseWhole(_ source: SourceText, knownKeys: [String]) -> FrontMatter {
        source.utf8.withUnsafeBufferPointer { bytes in
            var parser = FrontMatterParser(source: source, bytes: bytes, knownKeys: knownKeys)
            parser.result.inner = 0..<bytes.count
            parser.result.body = bytes.count..<bytes.count
            parser.parseEntries(parser.result.inner)
            return parser.result
        }
    }

    private mutating func findFences() {
        let count = bytes.count
        var start = 0
        while start < count, isBlankLine(start..<endOfLine(start, before: count)) {
            start = min(endOfLine(start, before: count) + 1, count)
        }
        let first = start..<endOfLine(start, before: count)
        guard isFence(first) else {
            result.body = 0..<count
            return
        }
        result.opening = first
        let innerStart = min(first.upperBound + 1, count)
        var lineStart = innerStart
        while lineStart < count {
            let line = lineStart..<endOfLine(lineStart, before: count)
            if isFence(line) {
                result.closing = line
                result.inner = innerStart..<lineStart
                result.body = min(line.upperBound + 1, count)..<count
                return
            }
            lineStart = line.upperBound + 1
        }
        let end = guessedEnd(from: innerStart)
        result.inner = innerStart..<end
        result.body = end..<count
    }

    /// Whether a line consists of two or more hyphens of any width: `---`, or intended as it.
    func isFence(_ line: Range<Int>) -> Bool {
        // An invisible character may be before the first hyphen.
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] >= 0x80 {
            let length = OddCharacters.space(bytes, index, before: line.upperBound)
            if length == 0 { break }
            index += length
        }
        var marks = 0
        while index < line.upperBound {
            let length =
                bytes[index] == UInt8(ascii: "-") ? 1 : OddCharacters.hyphen(bytes, index, before: line.upperBound)
            if length == 0 { break }
            index += length
            marks += 1
        }
        return marks >= 2 && isBlankLine(index..<line.upperBound)
    }

    /// Returns the likely end of front matter without a closing fence: the first heading of level two, or the first line that is not
    /// an entry, an item, a comment or a continuation.
    private func guessedEnd(from start: Int) -> Int {
        var lineStart = start
        while lineStart < bytes.count {
            let line = lineStart..<endOfLine(lineStart, before: bytes.count)
            if isHeading(line) { return lineStart }
            if privateHead(line) != nil {
                lineStart = endOfPrivateBlock(line.upperBound + 1, before: nextHeading(line.upperBound + 1))
                continue
            }
            if !mayBeFrontMatter(line) { return lineStart }
            lineStart = line.upperBound + 1
        }
        return bytes.count
    }

    func isHeading(_ line: Range<Int>) -> Bool {
        let start = source.utf8[line].prefix(6)
        return start.starts(with: "##".utf8) || start.starts(with: "＃＃".utf8)
    }

    private func nextHeading(_ start: Int) -> Int {
        var lineStart = start
        while lineStart < bytes.count {
            let line = lineStart..<endOfLine(lineStart, before: bytes.count)
            if isHeading(line) { return lineStart }
            lineStart = line.upperBound + 1
        }
        return bytes.count
    }

    private func mayBeFrontMatter(_ line: Range<Int>) -> Bool {
        guard let first = line.first.map({ bytes[$0] }), !isBlankLine(line) else { return true }
        switch first {
        case 0x20, 0x09, 0x23, 0x2D, 0x5D: return true
        default:
            return line.contains {
                bytes[$0] == 0x3A || OddCharacters.colon(bytes, $0, before: line.upperBound) > 0
            }
        }
    }
}

extension FrontMatterParser {
    /// Returns the offset of the line feed that ends a line, or the end of the range.
    func endOfLine(_ start: Int, before end: Int) -> Int {
        var index = start
        while index < end, bytes[index] != 0x0A { index += 1 }
        return index
    }

    /// Whether a line contains only spaces of any kind and tabs.
    package func isBlankLine(_ line: Range<Int>) -> Bool {
        skippingSpaces(line.lowerBound, before: line.upperBound) == line.upperBound
    }

    /// Returns the offset after ASCII spaces and tabs.
    func skippingBlanks(_ start: Int, before end: Int) -> Int {
        var index = start
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index
    }

    /// Returns the offset after spaces of any kind and tabs.
    func skippingSpaces(_ start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            if bytes[index] == 0x20 || bytes[index] == 0x09 {
                index += 1
            } else {
                let length = OddCharacters.space(bytes, index, before: end)
                if length == 0 { break }
                index += length
            }
        }
        return index
    }

    /// Returns a range without the spaces of any kind at its end.
    func trimmingEnd(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
                end -= 1
            } else if end - 3 >= range.lowerBound, OddCharacters.space(bytes, end - 3, before: end) == 3 {
                end -= 3
            } else if end - 2 >= range.lowerBound, OddCharacters.space(bytes, end - 2, before: end) == 2 {
                end -= 2
            } else {
                break
            }
        }
        return range.lowerBound..<end
    }

    /// Whether a byte can be part of a key.
    func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
