import Diagnostics

extension FrontMatter {
    /// Where and how the value of a key is written, for edits that replace it.
    package struct WrittenRange: Sendable {
        /// How a value is written.
        package enum Style: Sendable, Equatable {
            /// Not at all.
            case missing
            case plain
            /// In quotation marks of this kind, on one line.
            case quoted(UInt8)
            /// A list in brackets, on one line or several.
            case flow
            /// Lines after the key's line: a list with one item per line, a map.
            case lines
            /// Lines after `|`.
            case literal
            /// Anything else: folded text, a text on several lines, a map in braces.
            case other
        }

        package let style: Style
        /// The range of the value without a comment after it. For ``Style/missing``, from the colon up to a comment; for
        /// ``Style/lines`` and ``Style/literal``, whole lines.
        package let range: Range<Int>
    }
}

extension FrontMatter.Entry {
    /// Finds where the value of a key at the top of front matter is written.
    package func writtenRange(in source: SourceText) -> FrontMatter.WrittenRange {
        source.utf8.withUnsafeBufferPointer { bytes in
            FrontMatterParser(source: source, bytes: bytes).writtenRange(of: self)
        }
    }
}

extension FrontMatterParser {
    fileprivate func writtenRange(of entry: FrontMatter.Entry) -> FrontMatter.WrittenRange {
        let lineEnd = min(entry.line.upperBound, bytes.count)
        let after = min(entry.colon.upperBound, lineEnd)
        let start = skippingSpaces(after, before: lineEnd)
        let next = min(lineEnd + 1, bytes.count)
        let isText = start < lineEnd && (bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">"))
        let end = isText ? entry.lines.upperBound : withoutComments(next..<entry.lines.upperBound)
        if start == lineEnd || isComment(start, after: after) {
            if end > next { return .init(style: .lines, range: next..<end) }
            return .init(style: .missing, range: after..<(start == lineEnd ? lineEnd : after))
        }
        guard end > next else { return writtenRange(onLine: start..<lineEnd) }
        if bytes[start] == UInt8(ascii: "|") { return .init(style: .literal, range: next..<end) }
        let last = bytes[end - 1] == 0x0A ? end - 1 : end
        let isList = bytes[start] == UInt8(ascii: "[")
        return .init(style: isList ? .flow : .other, range: trimmingEnd(start..<last))
    }

    /// The end of whole lines without the comments and blank lines at their end.
    private func withoutComments(_ lines: Range<Int>) -> Int {
        var end = lines.upperBound
        while end > lines.lowerBound {
            let last = bytes[end - 1] == 0x0A ? end - 1 : end
            let start = (bytes[lines.lowerBound..<last].lastIndex(of: 0x0A) ?? lines.lowerBound - 1) + 1
            let text = skippingSpaces(start, before: last)
            guard text == last || bytes[text] == 0x23 else { break }
            end = start
        }
        return end
    }

    private func writtenRange(onLine line: Range<Int>) -> FrontMatter.WrittenRange {
        let start = line.lowerBound
        func isEnd(_ offset: Int) -> Bool {
            let rest = skippingSpaces(offset, before: line.upperBound)
            return rest == line.upperBound || isComment(rest, after: offset)
        }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard let close = closingQuote(line), isEnd(close.offset + 1) else { break }
            return .init(style: .quoted(bytes[start]), range: start..<close.offset + 1)
        case UInt8(ascii: "["):
            guard let list = parseFlowList(line) else { break }
            return .init(style: .flow, range: list.value.bytes)
        case UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "{"), UInt8(ascii: "*"):
            return .init(style: .other, range: trimmingEnd(line))
        default: break
        }
        return .init(style: .plain, range: plainText(line))
    }
}
