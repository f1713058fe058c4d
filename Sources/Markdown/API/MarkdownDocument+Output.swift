import HTML

extension MarkdownDocument {
    /// Writes the document, or some of its top-level blocks, as HTML.
    ///
    /// Nothing in the text can bring markup, a script or a request to another host into the page.
    public func render(into buffer: inout HTMLBuffer, blocks: Range<Int>? = nil, options: RenderOptions) {
        Renderer.render(tree, tree.nodes(ofBlocks: blocks), options: options, into: &buffer)
    }

    /// The words of the document, or of some of its top-level blocks, without markup; a line a block.
    public func plainText(blocks: Range<Int>? = nil) -> String {
        plainText(tree.nodes(ofBlocks: blocks))
    }

    /// Appends what ``plainText(blocks:)`` gives, as UTF-8.
    public func appendPlainText(blocks: Range<Int>? = nil, to bytes: inout [UInt8]) {
        appendPlainText(tree.nodes(ofBlocks: blocks), to: &bytes)
    }

    /// Tells of every word found in the document, or in some of its top-level blocks, where one may be linked: in text that is no
    /// link, heading, image, code or ruby.
    ///
    /// O(length).
    public func findWords(_ finder: WordFinder, blocks: Range<Int>? = nil, found: (Int) -> Void) {
        let nodes = tree.nodes(ofBlocks: blocks)
        tree.text.withUnsafeBufferPointer { text in
            var index = nodes.lowerBound
            while index < nodes.upperBound {
                let node = tree.nodes[index]
                switch node.kind {
                case .link, .image, .heading, .ruby:
                    index = Int(node.end)
                    continue
                case .text: finder.find(in: UnsafeBufferPointer(rebasing: text[node.text.range])) { found($1) }
                default: break
                }
                index += 1
            }
        }
    }

    /// How long the document's text is: in bytes, roughly three a Japanese character.
    public var textLength: Int { tree.text.count }

    /// The words below a node.
    func plainText(ofNode index: Int) -> String {
        plainText(index..<Int(tree.nodes[index].end))
    }

    private func plainText(_ nodes: Range<Int>) -> String {
        var bytes: [UInt8] = []
        appendPlainText(nodes, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendPlainText(_ nodes: Range<Int>, to bytes: inout [UInt8]) {
        let start = bytes.count
        // Between two blocks or words, and not at the start.
        func separate(by byte: UInt8) {
            if bytes.count > start, bytes.last != 0x0A { bytes.append(byte) }
        }
        tree.text.withUnsafeBufferPointer { text in
            for node in tree.nodes[nodes] {
                switch node.kind {
                case .paragraph, .heading, .tableRow: separate(by: 0x0A)
                case .codeBlock, .htmlBlock:
                    separate(by: 0x0A)
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[node.text.range]))
                case .tableCell, .lineBreak: separate(by: 0x20)
                case .softBreak where !node.flags.contains(.joined): separate(by: 0x20)
                case .html where node.flags.contains(.breaks): separate(by: 0x20)
                case .text, .code, .rubyPair:
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[node.text.range]))
                default: break
                }
            }
        }
        while bytes.count > start, bytes.last == 0x0A { bytes.removeLast() }
    }
}
