/// Counts how deeply the marks at the start of a line nest quotes and list items, before the text is parsed.
///
/// The time to parse and to render nested blocks grows with lines × levels, and what nests hundreds of levels is no text of a person.
enum NestingDepth {
    /// The largest number of levels that one line may have.
    static let limit = 100

    /// The lines with more levels than the limit, and how many levels each has.
    ///
    /// - Complexity: O(lines), and O(length) of the lines that start with a mark.
    static func linesTooDeep(in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) -> [(line: Range<Int>, levels: Int)] {
        var found: [(line: Range<Int>, levels: Int)] = []
        var fence = Fence()
        for number in stride(from: 1, through: lines.count, by: 1) {
            let line = lines.line(number)
            // A level has at least one byte.
            guard line.count > limit else { continue }
            let levels = levels(bytes, line)
            guard levels > limit else { continue }
            // Code may start with any marks. Fences are looked for only where it matters.
            fence.advance(to: number, bytes, lines)
            if !fence.isOpen { found.append((line, levels)) }
        }
        return found
    }

    /// The largest number of images that may start in a paragraph before one of them ends.
    static let imageLimit = 1_000

    /// The lines on which more images have started than the limit. libcmark looks at all of them for each link.
    ///
    /// - Complexity: O(length).
    static func linesWithOpenImages(in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) -> [Range<Int>] {
        var images = 0
        var mark = bytes.first(of: .exclamationMark)
        while mark + 1 < bytes.count, images <= imageLimit {
            if bytes[mark + 1] == UInt8(ascii: "[") { images += 1 }
            mark = bytes.first(of: .exclamationMark, from: mark + 1)
        }
        guard images > imageLimit else { return [] }
        var found: [Range<Int>] = []
        // For each open bracket, whether it starts an image.
        var open: [Bool] = []
        images = 0
        for number in stride(from: 1, through: lines.count, by: 1) {
            let line = lines.line(number)
            if bytes[line].allSatisfy(\.isASCIISpace) { (open, images) = ([], 0) }
            for index in line {
                if bytes[index] == UInt8(ascii: "[") {
                    open.append(index > line.lowerBound && bytes[index - 1] == UInt8(ascii: "!"))
                    if open.last == true { images += 1 }
                } else if bytes[index] == UInt8(ascii: "]"), open.popLast() == true {
                    images -= 1
                }
            }
            if images > imageLimit {
                found.append(line)
                (open, images) = ([], 0)
            }
        }
        return found
    }

    private static func levels(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isSpaceOrTab { index += 1 }
        guard index < line.upperBound, isMark(bytes[index]) else { return 0 }
        let indentation = index - line.lowerBound
        let ruleStart = ruleStart(bytes, line)
        var marks = 0
        while index < ruleStart, let next = mark(bytes, at: index, before: line.upperBound) {
            marks += 1
            index = next
            while index < line.upperBound, bytes[index].isSpaceOrTab { index += 1 }
        }
        // Indented marks continue the items of the lines before, each of which takes at least two columns.
        return marks > 1 ? marks + indentation / 2 : marks
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): true
        default: byte.isASCIIDigit
        }
    }

    /// The offset after a mark of a quote or a list item; nil if there is none (CommonMark 0.30, sections 5.1 and 5.2).
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
        guard start < end, isMark(bytes[start]) else { return nil }
        if bytes[start] == UInt8(ascii: ">") { return start + 1 }
        var index = start
        while index < end, index - start < 9, bytes[index].isASCIIDigit { index += 1 }
        if index > start {
            guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")") else { return nil }
        }
        index += 1
        return index == end || bytes[index].isASCIISpace ? index : nil
    }

    /// The offset from which the rest of a line is a thematic break, `- - -` or `* * *`, whose marks nest nothing.
    private static func ruleStart(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
        guard let last = bytes[line].last(where: { !$0.isASCIISpace }), last == UInt8(ascii: "-") || last == UInt8(ascii: "*")
        else { return line.upperBound }
        var start = line.upperBound
        var marks = 0
        while start > line.lowerBound, bytes[start - 1] == last || bytes[start - 1].isASCIISpace {
            start -= 1
            if bytes[start] == last { marks += 1 }
        }
        return marks >= 3 ? start : line.upperBound
    }

    /// The fenced code block outside of other blocks that is open at a line (CommonMark 0.30, section 4.5).
    private struct Fence {
        private var number = 1
        private var opening: (mark: UInt8, length: Int)?

        var isOpen: Bool { opening != nil }

        /// Reads the lines before one.
        mutating func advance(to line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ lines: LineIndex) {
            while number < line {
                let range = lines.line(number)
                number += 1
                let text = bytes[range].drop { $0 == 0x20 }
                guard text.startIndex - range.lowerBound < 4, let mark = text.first,
                    mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
                else { continue }
                let length = text.prefix { $0 == mark }.count
                let rest = text.dropFirst(length)
                if let open = opening {
                    let closes = mark == open.mark && length >= open.length && rest.allSatisfy(\.isASCIISpace)
                    if closes { opening = nil }
                } else if length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) {
                    opening = (mark, length)
                }
            }
        }
    }
}
