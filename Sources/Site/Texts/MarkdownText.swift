import Diagnostics

/// Text of the collection as Markdown that shows just that text, whatever it holds.
enum MarkdownText {
    /// Appends the text in one line, with every mark of Markdown escaped.
    static func append(line text: String, to bytes: inout [UInt8]) {
        let start = bytes.count
        var text = text
        text.withUTF8 { text in
            text.forEachLine { line in
                if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
                escape(line, startingAt: start, to: &bytes)
            }
        }
    }

    /// Appends the text a paragraph a line, so that no line is taken for a heading, a list or a rule.
    static func append(paragraphs text: [UInt8], to bytes: inout [UInt8]) {
        var isFirst = true
        text.withUnsafeBufferPointer { text in
            text.forEachLine { line in
                if !isFirst { bytes.append(0x0A) }
                isFirst = false
                escape(line, startingAt: bytes.count, to: &bytes)
                bytes.append(0x0A)
            }
        }
    }

    /// The text in one line.
    static func line(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(line: text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a line, or goes on with one.
    ///
    /// - Parameter start: Where the line starts in `bytes`: blanks are dropped there, and what would start a block is escaped.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, startingAt start: Int, to bytes: inout [UInt8]) {
        var kept = 0
        var index = 0
        if bytes.count == start {
            kept = text.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? text.count
            index = kept
            if let sign = blockSign(in: text, from: kept) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept..<sign]))
                bytes.append(UInt8(ascii: "\\"))
                kept = sign
                index = sign + 1
            }
        }
        while true {
            index = firstMark(in: text, from: index)
            guard index < text.count else { break }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept..<index]))
            bytes.append(UInt8(ascii: "\\"))
            kept = index
            index += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[kept...]))
    }

    /// The sign at the start of a line that makes it a list or underlines a heading: `-`, `+` or `=`, or what follows a number.
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

    /// The next mark that is one anywhere in a line: one of ``\`*_{}[]<>#&~|!``.
    private static func firstMark(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { block in
            guard block.hasASCII else { return 0 }
            // With one bit set, `[ \ ]` are `{ | }`, `<` is `>` and `!` is `#`.
            return block.matches(UInt8(ascii: "{"), or: 0x20) | block.matches(UInt8(ascii: "|"), or: 0x20)
                | block.matches(UInt8(ascii: "}"), or: 0x20) | block.matches(UInt8(ascii: ">"), or: 0x02)
                | block.matches(UInt8(ascii: "#"), or: 0x02) | block.matches(UInt8(ascii: "`"))
                | block.matches(UInt8(ascii: "*")) | block.matches(UInt8(ascii: "_")) | block.matches(UInt8(ascii: "&"))
                | block.matches(UInt8(ascii: "~"))
        }
    }
}
