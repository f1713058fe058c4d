import Basics

/// Puts a tree together, node by node in the order of the text.
struct TreeBuilder {
    var tree = Tree()
    /// The innermost node that is not closed yet; -1 at the top.
    private(set) var current: Int32 = -1

    /// Opens a node; what is added until ``close()`` becomes its children.
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

    /// Copies bytes into the tree's text.
    mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        return ByteRange(start..<tree.text.count)
    }

    /// Copies a string into the tree's text.
    mutating func store(_ string: String) -> ByteRange {
        let start = tree.text.count
        tree.text.append(contentsOf: string.utf8)
        return ByteRange(start..<tree.text.count)
    }

    /// Takes back what was added, down to a node and a byte of the text; no node that was there then may have been closed.
    mutating func removeLast(fromNode node: Int, fromText text: Int) {
        tree.nodes.removeLast(tree.nodes.count - node)
        tree.text.removeLast(tree.text.count - text)
    }

    /// Replaces a byte wherever it stands in the tree's text.
    mutating func replace(_ byte: UInt8, with other: UInt8) {
        for index in tree.text.indices where tree.text[index] == byte { tree.text[index] = other }
    }
}
