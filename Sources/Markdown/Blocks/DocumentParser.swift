import CCMark
import Diagnostics

/// Turns a Markdown text into a tree: lets libcmark parse it, then reads what it found.
///
/// A text without tables is parsed once. libcmark knows no tables: where there are some, their cells are parsed in a second
/// run as headings of one line each; before the same text, if its link references may be used there.
struct DocumentParser {
    private let body: Range<Int>
    private var bytes: [UInt8]
    private let lines: LineIndex
    private let start: Int
    /// Whether ``Self/mark`` stands for a colon.
    private var hasMarks = false

    init(text: SourceText, bytes range: Range<Int>) {
        var body = range.clamped(to: 0..<text.utf8.count)
        // libcmark skips a byte order mark without counting it.
        if text.utf8[body].starts(with: [0xEF, 0xBB, 0xBF]) { body = body.lowerBound + 3..<body.upperBound }
        self.body = body
        // The places of a text that is all body are its own offsets; else they are moved by where the body starts.
        bytes = text.utf8
        start = body.lowerBound
        lines = text.utf8.withUnsafeBufferPointer { LineIndex(UnsafeBufferPointer(rebasing: $0[body])) }
        if lines.hasCaret { markFootnotes() }
    }

    struct Result {
        var tree = Tree()
        var problems = ProblemList()
        /// How many leaves were not understood byte by byte; for tests.
        var misalignedLeaves = 0
    }

    /// Parses the body.
    func parse() -> Result {
        bytes.withUnsafeBufferPointer { all -> Result in
            let bytes = UnsafeBufferPointer(rebasing: all[body])
            defer { CCMarkMemory.empty() }
            guard let document = Self.parse(bytes) else { return Result() }
            let cells = cells(of: document, bytes)
            var reader = BlockReader(bytes: bytes, start: start, lines: lines, task: .read(cells: cells))
            reader.read(document)
            if hasMarks { reader.sink.builder.replace(Self.mark, with: UInt8(ascii: ":")) }
            return Result(
                tree: reader.sink.builder.tree.compact, problems: reader.sink.problems,
                misalignedLeaves: reader.misalignedLeaves)
        }
    }

    /// The cells of all tables, parsed; nil if there are none.
    private func cells(of document: OpaquePointer, _ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        guard TableText.mayStand(in: bytes, lines: lines) else { return nil }
        var finder = BlockReader(bytes: bytes, start: start, lines: lines, task: .findTables)
        finder.read(document)
        var text = finder.tables.flatMap(\.cellsAsHeadings)
        guard !text.isEmpty else { return nil }
        if text.contains(UInt8(ascii: "[")), Self.mayHoldDefinitions(bytes) { text.append(contentsOf: bytes) }
        return text.withUnsafeBufferPointer(Self.parse)
    }

    /// Whether `]:` stands anywhere.
    private static func mayHoldDefinitions(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var bracket = bytes.first(of: .closingBracket)
        while bracket + 1 < bytes.count {
            if bytes[bracket + 1] == UInt8(ascii: ":") { return true }
            bracket = bytes.first(of: .closingBracket, from: bracket + 1)
        }
        return false
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        bytes.isEmpty ? nil : bytes.withMemoryRebound(to: CChar.self, CCMarkMemory.parse)
    }

    /// A byte that no text holds.
    private static let mark: UInt8 = 0x01

    /// Keeps the texts of footnotes, `[^1]: …`, from being taken for addresses of links, which would hide them: their colon
    /// is replaced until the text has been parsed.
    private mutating func markFootnotes() {
        let colons = bytes.withUnsafeBufferPointer { all in
            Self.footnoteColons(in: UnsafeBufferPointer(rebasing: all[body])).map { $0 + start }
        }
        guard !colons.isEmpty, !bytes[body].contains(Self.mark) else { return }
        for colon in colons { bytes[colon] = Self.mark }
        hasMarks = true
    }

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
