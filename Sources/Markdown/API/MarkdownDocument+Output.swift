import HTML

extension MarkdownDocument {
    /// Writes the document, or some of its top-level blocks, as HTML.
    ///
    /// Nothing in the text can bring markup, a script or a request to another host into the page.
    public func render(into buffer: inout HTMLBuffer, blocks: Range<Int>? = nil, options: RenderOptions) {
        Renderer(tree: tree, options: options).render(tree.nodes(ofBlocks: blocks), into: &buffer)
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
            case .paragraph, .heading, .codeBlock, .tableRow, .htmlBlock:
                if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
                if node.kind == .codeBlock { bytes.append(contentsOf: tree.text[node.text.range]) }
            case .softBreak where !node.flags.contains(.joined), .lineBreak: bytes.append(UInt8(ascii: " "))
            case .text, .code: bytes.append(contentsOf: tree.text[node.text.range])
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
