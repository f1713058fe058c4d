import Basics

/// A block of a document as readers see it, for the readings of its kanji.
public struct ReadableBlock: Sendable {
    /// The text of the block. The base of ruby has its reading; words do not reach across the ends of emphasis, links and lines.
    public private(set) var text = ReadableText()
    /// The runs of the text that are written without a break: the offset of its first character in the text, and an offset in the file
    /// after which it is written.
    public private(set) var runs: [(start: Int, text: String, after: Int)] = []

    fileprivate mutating func append(_ run: String, after: Int, isRead: Bool = false) {
        runs.append((text.count, run, after))
        text.append(run, isRead: isRead)
    }

    fileprivate mutating func appendBoundary(_ space: String = "") {
        text.appendBoundary()
        text.append(space)
    }
}

extension MarkdownDocument {
    /// The blocks whose text readers see, in the order of the document: paragraphs, headings and cells. Blocks of code and descriptions of
    /// images are left out, because nothing is added to them; code in a text needs no readings.
    ///
    /// - Complexity: O(length).
    public var readableBlocks: [ReadableBlock] { tree.readableBlocks }
}

extension Tree {
    fileprivate var readableBlocks: [ReadableBlock] {
        var blocks: [ReadableBlock] = []
        var block = ReadableBlock()
        var parent: Int32 = -1
        // The links that contain the current position: the node after each, and where it ends in the file.
        var open: [(node: Int, end: Int)] = []
        var after = 0
        func finish() {
            if block.text.count > 0 { blocks.append(block) }
            block = ReadableBlock()
        }
        var index = 0
        while index < nodes.count {
            let node = nodes[index]
            while let link = open.last, link.node <= index {
                after = link.end
                open.removeLast()
            }
            switch node.kind {
            case .paragraph, .heading, .tableCell: finish()
            case .codeBlock: finish()
            case .image:
                after = links[Int(node.number)].source.upperBound
                index = Int(node.end)
                continue
            case .link: open.append((Int(node.end), links[Int(node.number)].source.upperBound))
            case .text, .code:
                if node.parent != parent { block.appendBoundary() }
                block.append(string(node.text), after: after, isRead: node.kind == .code)
                parent = node.parent
            case .rubyPair:
                block.appendBoundary()
                block.append(string(node.text), after: after, isRead: true)
                parent = node.parent
            case .softBreak where !node.flags.contains(.joined), .lineBreak: block.appendBoundary(" ")
            default: break
            }
            index += 1
        }
        finish()
        return blocks
    }
}
