import Basics

/// The nodes of a document and the bytes of their texts.
struct Tree: Sendable {
    /// What is kept of a heading beside its node.
    struct HeadingEntry: Sendable {
        let node: Int32
        let source: ByteRange
        /// The index of the top-level block; -1 in a quote or a list.
        let block: Int32
    }

    var nodes: [Node] = []
    /// UTF-8, not escaped.
    var text: [UInt8] = []
    var headings: [HeadingEntry] = []
    var links: [Link] = []
    var blockCount = 0

    /// The same tree in no more memory than it needs.
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

    /// The nodes of some top-level blocks. O(blocks before their end).
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
