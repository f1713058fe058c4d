import Basics

/// The nodes of a document, and the bytes of their texts.
struct Tree: Sendable {
    /// What the tree stores of a heading in addition to its node.
    struct HeadingEntry: Sendable {
        /// The index of the heading's node.
        let node: Int32
        /// The range of the heading's first line in the file.
        let source: ByteRange
        /// The index among the top-level blocks; -1 for a heading in a quote or a list.
        let block: Int32
        /// Whether a line of `-` or `=` makes it a heading.
        let isUnderlined: Bool
    }

    var nodes: [Node] = []
    /// The texts of all nodes as UTF-8, not escaped.
    var text: [UInt8] = []
    var headings: [HeadingEntry] = []
    var links: [Link] = []
    var blockCount = 0

    /// A copy of the tree without unused capacity.
    var compact: Tree {
        var tree = self
        tree.nodes = nodes.withUnsafeBufferPointer { Array($0) }
        tree.text = text.withUnsafeBufferPointer { Array($0) }
        tree.headings = headings.withUnsafeBufferPointer { Array($0) }
        return tree
    }

    func string(_ range: ByteRange) -> String {
        String(decoding: text[range.range], as: UTF8.self)
    }

    /// The range of nodes of a range of top-level blocks; all nodes for nil.
    ///
    /// - Complexity: O(blocks up to the end of the range).
    func nodes(ofBlocks blocks: Range<Int>?) -> Range<Int> {
        guard let blocks else { return 0..<nodes.count }
        let last = min(blocks.upperBound, blockCount)
        guard 0 <= blocks.lowerBound, blocks.lowerBound < last else { return 0..<0 }
        return nodes.withUnsafeBufferPointer { nodes in
            var index = 0
            for _ in 0..<blocks.lowerBound { index = Int(nodes[index].end) }
            let start = index
            for _ in blocks.lowerBound..<last { index = Int(nodes[index].end) }
            return start..<index
        }
    }
}
