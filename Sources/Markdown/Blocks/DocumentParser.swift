import CCMark
import Diagnostics
import Foundation

/// Parses a Markdown text into a tree: libcmark parses it, and ``BlockReader`` builds the tree from libcmark's nodes.
///
/// A text without tables is parsed once. libcmark does not support tables, so the cells of all tables are parsed in a second
/// run, as headings of one line each. If cells may use link references, the whole text follows the cells in that run.
struct DocumentParser {
    private let body: Range<Int>
    private var bytes: [UInt8]
    private let lines: LineIndex
    private let start: Int
    /// Whether some colons are replaced by ``Self/mark``.
    private var hasMarks = false
    /// The problems that were found before parsing.
    private var problems = ProblemList()

    init(text: SourceText, bytes range: Range<Int>) {
        var body = range.clamped(to: 0..<text.utf8.count)
        // libcmark skips a byte order mark without counting it.
        if text.utf8[body].starts(with: [0xEF, 0xBB, 0xBF]) { body = body.lowerBound + 3..<body.upperBound }
        self.body = body
        bytes = text.utf8
        start = body.lowerBound
        lines = text.utf8.withUnsafeBufferPointer { LineIndex(UnsafeBufferPointer(rebasing: $0[body])) }
        if lines.hasCaret { hideFootnoteColons() }
        hideLinesTooDeep()
    }

    /// A tree and the problems found.
    struct Result {
        var tree = Tree()
        var problems = ProblemList()
        var marks: [MisreadMark] = []
        /// The number of leaves whose bytes did not match libcmark's inlines; for tests.
        var misalignedLeaves = 0
    }

    /// Parses the body.
    func parse() -> Result {
        bytes.withUnsafeBufferPointer { all -> Result in
            let bytes = UnsafeBufferPointer(rebasing: all[body])
            defer { LibcmarkMemory.empty() }
            guard let document = Self.parse(bytes) else { return Result() }
            let cells = cells(of: document, bytes)
            var reader = BlockReader(bytes: bytes, start: start, lines: lines, task: .read(cells: cells))
            reader.sink.problems = problems
            reader.hasWideMarks = Self.holdsWideMarks(bytes)
            reader.read(document)
            if hasMarks { reader.sink.builder.replace(Self.mark, with: UInt8(ascii: ":")) }
            return Result(
                tree: reader.sink.builder.tree.compact, problems: reader.sink.problems, marks: reader.sink.marks,
                misalignedLeaves: reader.misalignedLeaves)
        }
    }

    /// Whether the text holds one of the full-width marks `＊ ［ ］ ｀ ｛ ｜` anywhere, or `！` before `[`.
    private static func holdsWideMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var index = 0
        while index + 2 < bytes.count, let next = memchr(base + index, 0xEF, bytes.count - index - 2) {
            index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(next))
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0xBC, 0x8A), (0xBC, 0xBB), (0xBC, 0xBD), (0xBD, 0x80), (0xBD, 0x9B), (0xBD, 0x9C): return true
            default: index += 3
            }
        }
        return false
    }

    /// Parses the body with all emphasis paired again by CommonMark's rule, every leaf read byte by byte and no tables; for tests,
    /// since the result must be that of libcmark.
    func parseAsCommonMark() -> Result {
        bytes.withUnsafeBufferPointer { all -> Result in
            let bytes = UnsafeBufferPointer(rebasing: all[body])
            defer { LibcmarkMemory.empty() }
            guard let document = Self.parse(bytes) else { return Result() }
            var reader = BlockReader(bytes: bytes, start: start, lines: lines, task: .read(cells: nil))
            reader.pairsAgainAsCommonMark = true
            reader.readsEveryByte = true
            reader.read(document)
            return Result(
                tree: reader.sink.builder.tree, problems: reader.sink.problems, misalignedLeaves: reader.misalignedLeaves)
        }
    }

    /// Parses the cells of all tables; nil if there are none.
    private func cells(of document: OpaquePointer, _ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        guard TableText.mayOccur(in: bytes, lines: lines) else { return nil }
        var finder = BlockReader(bytes: bytes, start: start, lines: lines, task: .findTables)
        finder.read(document)
        var text = finder.tables.flatMap(\.cellsAsHeadings)
        guard !text.isEmpty else { return nil }
        if text.contains(UInt8(ascii: "[")), Self.mayHoldDefinition(bytes) { text.append(contentsOf: bytes) }
        return text.withUnsafeBufferPointer(Self.parse)
    }

    /// Whether the text holds `]:`, as every link reference definition does.
    private static func mayHoldDefinition(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var bracket = bytes.first(of: .closingBracket)
        while bracket + 1 < bytes.count {
            if bytes[bracket + 1] == UInt8(ascii: ":") { return true }
            bracket = bytes.first(of: .closingBracket, from: bracket + 1)
        }
        return false
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        bytes.isEmpty ? nil : bytes.withMemoryRebound(to: CChar.self, LibcmarkMemory.parse)
    }

    /// Replaces lines that nest too deeply by blanks, and reports them.
    private mutating func hideLinesTooDeep() {
        let found = bytes.withUnsafeBufferPointer { all in
            NestingDepth.linesTooDeep(in: UnsafeBufferPointer(rebasing: all[body]), lines: lines)
        }
        for (line, levels) in found {
            hide(line, .nestedTooDeeply(levels: levels, limit: NestingDepth.limit))
        }
        let open = bytes.withUnsafeBufferPointer { all in
            NestingDepth.linesWithOpenImages(in: UnsafeBufferPointer(rebasing: all[body]), lines: lines)
        }
        for line in open { hide(line, .openImages(limit: NestingDepth.imageLimit)) }
    }

    /// Replaces a line by blanks and reports it.
    private mutating func hide(_ line: Range<Int>, _ problem: MarkdownProblem) {
        var range = line.lowerBound + start..<line.upperBound + start
        while let last = range.last, bytes[last].isLineEnd { range = range.lowerBound..<last }
        for index in range { bytes[index] = 0x20 }
        problems.add(problem, at: range)
    }

    /// A control character that takes the place of some colons while a text is parsed.
    private static let mark: UInt8 = 0x01

    /// Replaces the colons of footnotes, `[^1]: …`, until the text has been parsed. Otherwise libcmark reads footnotes as link
    /// reference definitions, which do not appear in the page.
    private mutating func hideFootnoteColons() {
        let colons = bytes.withUnsafeBufferPointer { all in
            Self.footnoteColons(in: UnsafeBufferPointer(rebasing: all[body])).map { $0 + start }
        }
        guard !colons.isEmpty, !bytes[body].contains(Self.mark) else { return }
        for colon in colons { bytes[colon] = Self.mark }
        hasMarks = true
    }

    /// The indices of the colons after `[^…]`.
    private static func footnoteColons(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var colons: [Int] = []
        var caret = bytes.first(of: .caret)
        while caret < bytes.count {
            let label = bytes[(caret + 1)...].prefix(1000).prefix {
                $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "^") && !$0.isLineEnd
            }
            let colon = label.endIndex + 1
            if caret > 0, bytes[caret - 1] == UInt8(ascii: "["), colon < bytes.count,
                bytes[colon - 1] == UInt8(ascii: "]"), bytes[colon] == UInt8(ascii: ":")
            {
                colons.append(colon)
            }
            caret = bytes.first(of: .caret, from: caret + 1)
        }
        return colons
    }
}
