import Basics

/// Builds a tree node by node, in the order of the text.
struct TreeBuilder {
    var tree = Tree()
    /// The index of the innermost open node; -1 if none is open.
    private(set) var current: Int32 = -1

    /// Opens a node: all nodes added until ``close()`` become its descendants.
    @discardableResult
    mutating func open(_ kind: Node.Kind) -> Int {
        let index = add(kind)
        current = Int32(index)
        return index
    }

    /// Closes the innermost open node.
    mutating func close() {
        let index = Int(current)
        tree.nodes[index].end = Int32(tree.nodes.count)
        current = tree.nodes[index].parent
    }

    /// Adds a node without children.
    @discardableResult
    mutating func add(_ kind: Node.Kind) -> Int {
        let index = tree.nodes.count
        if current < 0 { tree.blockCount += 1 }
        tree.nodes.append(Node(kind: kind, end: Int32(index + 1), parent: current))
        return index
    }

    /// Appends bytes to the tree's text, and returns their range there.
    mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        return ByteRange(start..<tree.text.count)
    }

    /// Appends a string to the tree's text, and returns its range there.
    mutating func store(_ string: String) -> ByteRange {
        let start = tree.text.count
        tree.text.append(contentsOf: string.utf8)
        return ByteRange(start..<tree.text.count)
    }

    /// Removes the last nodes and the last bytes of the text, from the given indices on.
    ///
    /// No node that remains may have been closed after the removed ones were added.
    mutating func removeLast(fromNode node: Int, fromText text: Int) {
        tree.nodes.removeLast(tree.nodes.count - node)
        tree.text.removeLast(tree.text.count - text)
    }

    /// Replaces each occurrence of a byte in the tree's text.
    mutating func replace(_ byte: UInt8, with other: UInt8) {
        for index in tree.text.indices where tree.text[index] == byte { tree.text[index] = other }
    }
}
