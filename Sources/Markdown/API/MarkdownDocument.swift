import Diagnostics
import HTML

/// A parsed Markdown text: CommonMark as libcmark reads it, with corrections and extensions for Japanese.
///
/// The tree is flat (see ``Node``): one array of nodes in the order of the text and one array of bytes that holds all of its
/// text, so that a document costs a handful of allocations and is walked without recursion.
public struct MarkdownDocument: Sendable {
    /// A document without a block.
    public static let empty = MarkdownDocument(tree: Tree())

    let tree: Tree

    init(tree: Tree) {
        self.tree = tree
    }

    /// Parses the body of a file.
    ///
    /// - Parameters:
    ///   - text: The whole file; places are told in it.
    ///   - bytes: The body's bytes in it, below the front matter.
    /// - Returns: The document, which stands whatever was found, and every problem, in the order of the text.
    /// - Complexity: O(length). Takes no lock: any number of threads may parse at a time.
    public static func parse(
        _ text: SourceText, bytes: Range<Int>
    ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
        let result = DocumentParser(text: text, bytes: bytes).parse()
        return (MarkdownDocument(tree: result.tree), result.problems.diagnostics(in: text))
    }

    /// The number of top-level blocks.
    public var blockCount: Int { tree.blockCount }

    /// The headings in the order of the text, those in quotes and lists included.
    public var headings: [Heading] {
        tree.headings.map { entry in
            let node = tree.nodes[Int(entry.node)]
            return Heading(
                level: Int(node.number), id: tree.string(node.extra), text: plainText(ofNode: Int(entry.node)),
                source: entry.source.range, block: entry.block < 0 ? nil : Int(entry.block))
        }
    }

    /// The links and images in the order of the text, those whose address is refused included.
    public var links: [Link] { tree.links }
}
