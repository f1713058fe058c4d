import CCMark
import Diagnostics

/// Turns a Markdown text into a tree: lets libcmark parse it, then reads what it found.
///
/// A text without tables is parsed once. libcmark knows no tables: where there are some, their cells are parsed in a second
/// run as headings of one line each, put before the same text so that its link references hold in cells too.
struct DocumentParser {
    private let body: Range<Int>
    private var bytes: [UInt8]
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
        markFootnotes()
    }

    /// Parses the body.
    func parse() -> (tree: Tree, problems: ProblemList) {
        bytes.withUnsafeBufferPointer { all -> (tree: Tree, problems: ProblemList) in
            let bytes = UnsafeBufferPointer(rebasing: all[body])
            guard let document = Self.parse(bytes) else { return (Tree(), ProblemList()) }
            defer { cmark_node_free(document) }
            var reader = BlockReader(bytes: bytes, start: start)
            reader.read(document)
            if !reader.tables.isEmpty {
                let text = reader.tables.flatMap(\.cellsAsHeadings) + Array(bytes)
                let cells = text.withUnsafeBufferPointer(Self.parse)
                defer { cmark_node_free(cells) }
                reader = BlockReader(bytes: bytes, start: start, cells: cells)
                reader.read(document)
            }
            if hasMarks { reader.sink.builder.replace(Self.mark, with: UInt8(ascii: ":")) }
            return (reader.sink.builder.tree, reader.sink.problems)
        }
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            cmark_parse_document($0, bytes.count, CMARK_OPT_DEFAULT)
        }
    }

    /// A byte that no text holds.
    private static let mark: UInt8 = 0x01

    /// Keeps the texts of footnotes, `[^1]: …`, from being taken for addresses of links, which would hide them: their colon
    /// is replaced until the text has been parsed.
    private mutating func markFootnotes() {
        var colons: [Int] = []
        var index = body.lowerBound
        while let caret = bytes[index..<body.upperBound].firstIndex(of: UInt8(ascii: "^")) {
            index = caret + 1
            guard caret > body.lowerBound, bytes[caret - 1] == UInt8(ascii: "[") else { continue }
            let label = bytes[index..<body.upperBound].prefix(1000).prefix {
                $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "^") && !$0.isLineEnd
            }
            let colon = label.endIndex + 1
            if colon < body.upperBound, bytes[colon - 1] == UInt8(ascii: "]"), bytes[colon] == UInt8(ascii: ":") {
                colons.append(colon)
            }
        }
        guard !colons.isEmpty, !bytes[body].contains(Self.mark) else { return }
        for colon in colons { bytes[colon] = Self.mark }
        hasMarks = true
    }
}
