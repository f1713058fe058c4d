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
    /// - Complexity: O(headings + blocks between the ends of the range and the headings before them).
    func nodes(ofBlocks blocks: Range<Int>?) -> Range<Int> {
        guard let blocks else { return 0..<nodes.count }
        let last = min(blocks.upperBound, blockCount)
        guard 0 <= blocks.lowerBound, blocks.lowerBound < last else { return 0..<0 }
        return node(ofBlock: blocks.lowerBound)..<node(ofBlock: last)
    }

    /// The index of the first node of a top-level block; the count of all nodes for the count of all blocks.
    ///
    /// Sections start after headings and end at headings, so counting starts at the last heading before the block.
    private func node(ofBlock block: Int) -> Int {
        guard block < blockCount else { return nodes.count }
        var (index, current) = (0, 0)
        for heading in headings where heading.block >= 0 {
            guard heading.block <= block else { break }
            (index, current) = (Int(heading.node), Int(heading.block))
        }
        return nodes.withUnsafeBufferPointer { nodes in
            for _ in current..<block { index = Int(nodes[index].end) }
            return index
        }
    }
}
