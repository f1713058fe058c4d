import CCMark
import Diagnostics
import HTML

/// A parsed Markdown text: CommonMark 0.30 as libcmark reads it, with corrections and extensions for Japanese.
///
/// ```swift
/// let (document, diagnostics) = MarkdownDocument.parse(text, bytes: 0..<text.utf8.count)
/// var page = HTMLBuffer()
/// document.render(into: &page, options: RenderOptions())
/// ```
///
/// The tree is flat: one array of nodes in the order of the text, and one array with the bytes of all their texts. So a document
/// costs a handful of allocations and is walked without recursion.
public struct MarkdownDocument: Sendable {
    /// A document without blocks.
    public static let empty = MarkdownDocument(tree: Tree())

    // One reference, since documents are passed on often.
    private let storage: Storage

    private final class Storage: Sendable {
        let tree: Tree

        init(_ tree: Tree) { self.tree = tree }
    }

    init(tree: Tree) { storage = Storage(tree) }

    var tree: Tree { storage.tree }

    /// Parses the body of a file.
    ///
    /// - Parameters:
    ///   - text: The whole file; the locations of problems are in it.
    ///   - bytes: The range of the body's bytes in the file, after the front matter.
    /// - Returns: The document, which is complete whatever problems were found, and all problems in the order of the text.
    /// - Complexity: O(length). Takes no lock: any number of threads may parse at the same time.
    public static func parse(
        _ text: SourceText, bytes: Range<Int>
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        let (document, diagnostics, _) = parseFindingMarks(text, bytes: bytes)
        return (document, diagnostics)
    }

    /// Parses the body of a file, and finds what was meant as Markdown but is read as something else, in the order of the text.
    ///
    /// - Complexity: O(length).
    public static func parseFindingMarks(
        _ text: SourceText, bytes: Range<Int>
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic], marks: [MisreadMark]) {
        let result = DocumentParser(text: text, bytes: bytes).parse()
        var marks: [MisreadMark] = []
        var table = 0..<0
        for mark in result.marks.sorted(by: { ($0.bytes.lowerBound, -$0.bytes.count) < ($1.bytes.lowerBound, -$1.bytes.count) })
        {
            // The marks in the cells are read when the table is one.
            if table.contains(mark.bytes.lowerBound) { continue }
            if mark.kind == .table { table = mark.bytes }
            marks.append(mark)
        }
        return (MarkdownDocument(tree: result.tree), result.problems.diagnostics(in: text), marks)
    }

    /// The version of libcmark as one number (`cmark_version()`): another version may read a text differently.
    public static var parserVersion: Int { Int(cmark_version()) }

    // MARK: Contents

    /// The number of top-level blocks.
    public var blockCount: Int { tree.blockCount }

    /// The headings in the order of the text, including those in quotes and lists.
    public var headings: [Heading] { tree.headings.map(heading) }

    /// Returns the headings of a level in the order of the text, without those in quotes and lists.
    public func topHeadings(ofLevel level: Int) -> [Heading] {
        tree.headings.filter { $0.block >= 0 && tree.nodes[Int($0.node)].number == level }.map(heading)
    }

    private func heading(_ entry: Tree.HeadingEntry) -> Heading {
        let node = tree.nodes[Int(entry.node)]
        return Heading(
            level: Int(node.number), id: tree.string(node.extra), text: tree.plainText(Int(entry.node)..<Int(node.end)),
            source: entry.source.range, block: entry.block < 0 ? nil : Int(entry.block),
            isUnderlined: entry.isUnderlined)
    }

    /// The links and images in the order of the text, including those whose address is refused.
    public var links: [Link] { tree.links }

    /// The length of the document's text in bytes: roughly three per Japanese character.
    public var textLength: Int { tree.text.count }

    // MARK: Output

    /// Writes the document, or a range of its top-level blocks, as HTML.
    ///
    /// Nothing in the text can bring markup, a script or a request to another host into the page.
    ///
    /// - Parameters:
    ///   - buffer: The buffer to append to.
    ///   - blocks: The indices of the top-level blocks to write; nil for all.
    ///   - options: Options such as the level of headings and the addresses of links.
    /// - Complexity: O(length).
    public func render(into buffer: inout HTMLBuffer, blocks: Range<Int>? = nil, options: RenderOptions) {
        Renderer.render(tree, tree.nodes(ofBlocks: blocks), options: options, into: &buffer)
    }

    /// The words of the document, or of a range of its top-level blocks, without markup: one line per block.
    public func plainText(blocks: Range<Int>? = nil) -> String {
        tree.plainText(tree.nodes(ofBlocks: blocks))
    }

    /// Appends ``plainText(blocks:)`` as UTF-8.
    public func appendPlainText(blocks: Range<Int>? = nil, to bytes: inout [UInt8]) {
        tree.appendPlainText(tree.nodes(ofBlocks: blocks), to: &bytes)
    }

    /// Calls `found` with the index of each word that occurs in the document, or in a range of its top-level blocks.
    ///
    /// Looks where a word may be linked: in text outside links, headings, images, code and ruby. A word that occurs several times
    /// is reported each time.
    ///
    /// - Complexity: O(length).
    public func findWords(_ finder: WordFinder, blocks: Range<Int>? = nil, found: (Int) -> Void) {
        tree.findWords(finder, in: tree.nodes(ofBlocks: blocks), found: found)
    }
}
