import Diagnostics

/// Escapes text for Markdown, so that Markdown shows exactly that text.
package enum MarkdownText {
    /// Appends the text in one line, with every mark of Markdown escaped.
    package static func append(line text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        var text = text
        text.withUTF8 { text in
            var index = 0
            while let line = text.startOfLine(from: index) {
                if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
                index = append(lineOf: text, at: line, startingAt: start, to: &bytes)
            }
        }
    }

    /// Appends the text with one paragraph per line, so that no line is read as a heading, a list or a rule.
    package static func append(paragraphs text: [UInt8], to bytes: inout [UInt8]) {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while let line = text.startOfLine(from: index) {
                if index > 0 { bytes.append(0x0A) }
                index = append(lineOf: text, at: line, startingAt: bytes.count, to: &bytes)
                bytes.append(0x0A)
            }
        }
    }

    /// Returns the text in one line, with every mark of Markdown escaped.
    package static func line(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(line: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a line of a text, and returns the index where the line ends.
    ///
    /// - Parameters:
    ///   - index: The start of the line in `text`.
    ///   - start: The start of the line in `bytes`. There spaces are dropped, and a sign that would start a block is escaped.
    private static func append(
        lineOf text: UnsafeBufferPointer<UInt8>, at index: Int, startingAt start: Int, to bytes: inout [UInt8]
    ) -> Int {
        var kept = index
        var index = index
        if bytes.count == start {
            kept = text[index...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? text.count
            index = kept
            if let sign = blockSign(in: text, from: kept) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept..<sign]))
                bytes.append(UInt8(ascii: "\\"))
                kept = sign
                index = sign + 1
            }
        }
        while true {
            index = firstMarkOrBreak(in: text, from: index)
            let isMark = index < text.count && text[index] < 0x80 && text[index] > 0x20
            if isMark || index == text.count || text.lengthOfLineBreak(at: index) > 0 {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept..<index]))
                guard isMark else { return index }
                bytes.append(UInt8(ascii: "\\"))
                kept = index
            }
            index += 1
        }
    }

    /// Returns the index of a sign at the start of a line that would start a list or underline a heading: `-`, `+` or `=`, or the
    /// sign after a number.
    private static func blockSign(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let rest = text[start...]
        let end = rest.firstIndex { !(0x30...0x39).contains($0) } ?? rest.endIndex
        guard end < rest.endIndex else { return nil }
        return switch text[end] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): end == start ? end : nil
        case UInt8(ascii: "."), UInt8(ascii: ")"): (1..<10).contains(end - start) ? end : nil
        default: nil
        }
    }

    /// Returns the index of the next of the marks ``\`*_{}[]<>#&~|!``, or of a byte with which a line break may start.
    private static func firstMarkOrBreak(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { block in
            // With one bit set, C2 is E2, `[ \ ]` are `{ | }`, `<` is `>` and `!` is `#`.
            block.matches(below: 0x0E) .| block.matches(0xE2, or: 0x20) .| block.matches(UInt8(ascii: "{"), or: 0x20)
                .| block.matches(UInt8(ascii: "|"), or: 0x20) .| block.matches(UInt8(ascii: "}"), or: 0x20)
                .| block.matches(UInt8(ascii: ">"), or: 0x02) .| block.matches(UInt8(ascii: "#"), or: 0x02)
                .| block.matches(UInt8(ascii: "`")) .| block.matches(UInt8(ascii: "*")) .| block.matches(UInt8(ascii: "_"))
                .| block.matches(UInt8(ascii: "&")) .| block.matches(UInt8(ascii: "~"))
        }
    }
}
