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

    /// The words below a node.
    func plainText(ofNode index: Int) -> String {
        plainText(index..<Int(tree.nodes[index].end))
    }

    private func plainText(_ nodes: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for node in tree.nodes[nodes] {
            switch node.kind {
            case .paragraph, .heading, .tableRow: appendLine(to: &bytes)
            case .codeBlock, .htmlBlock:
                appendLine(to: &bytes)
                bytes.append(contentsOf: tree.text[node.text.range])
            case .tableCell, .lineBreak: appendSpace(to: &bytes)
            case .softBreak where !node.flags.contains(.joined): appendSpace(to: &bytes)
            case .html where node.flags.contains(.breaks): appendSpace(to: &bytes)
            case .text, .code, .rubyPair: bytes.append(contentsOf: tree.text[node.text.range])
            default: break
            }
        }
        while bytes.last == 0x0A { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendLine(to bytes: inout [UInt8]) {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    private func appendSpace(to bytes: inout [UInt8]) {
        if let last = bytes.last, last != 0x0A { bytes.append(0x20) }
    }
}
