import HTML

/// Writes a stretch of a tree as HTML, without recursion.
struct Renderer {
    let tree: Tree
    let options: RenderOptions

    func render(_ nodes: Range<Int>, into buffer: inout HTMLBuffer) {
        tree.text.withUnsafeBufferPointer { text in
            var index = nodes.lowerBound
            while index < nodes.upperBound {
                let node = tree.nodes[index]
                let isOpen = enter(node, text, &buffer)
                var current = index
                index = isOpen ? index + 1 : Int(node.end)
                if isOpen && index < Int(node.end) { continue }
                if isOpen { exit(node, text, &buffer) }
                while let parent = parent(of: current), parent >= nodes.lowerBound, Int(tree.nodes[parent].end) == index {
                    exit(tree.nodes[parent], text, &buffer)
                    current = parent
                }
            }
        }
    }

    private func parent(of index: Int) -> Int? {
        let parent = tree.nodes[index].parent
        return parent < 0 ? nil : Int(parent)
    }

    private func enter(_ node: Node, _ text: UnsafeBufferPointer<UInt8>, _ buffer: inout HTMLBuffer) -> Bool {
        switch node.kind {
        case .paragraph: if !node.flags.contains(.tight) { buffer.append(markup: "<p>") }
        case .heading:
            buffer.append(markup: "<h")
            buffer.append(number: Int(node.number))
            buffer.append(markup: ">")
        case .quote: buffer.append(markup: "<blockquote>\n")
        case .bulletList: buffer.append(markup: "<ul>\n")
        case .orderedList: buffer.append(markup: "<ol>\n")
        case .item: buffer.append(markup: "<li>")
        case .rule: buffer.append(markup: "<hr>\n")
        case .codeBlock:
            buffer.append(markup: "<pre><code>")
            buffer.append(escaping: UnsafeBufferPointer(rebasing: text[node.text.range]))
            buffer.append(markup: "</code></pre>\n")
            return false
        case .code:
            buffer.append(markup: "<code>")
            buffer.append(escaping: UnsafeBufferPointer(rebasing: text[node.text.range]))
            buffer.append(markup: "</code>")
            return false
        case .text: buffer.append(escaping: UnsafeBufferPointer(rebasing: text[node.text.range]))
        case .softBreak: buffer.append(markup: "\n")
        case .lineBreak: buffer.append(markup: "<br>\n")
        case .emphasis: buffer.append(markup: "<em>")
        case .strong: buffer.append(markup: "<strong>")
        default: break
        }
        return true
    }

    private func exit(_ node: Node, _ text: UnsafeBufferPointer<UInt8>, _ buffer: inout HTMLBuffer) {
        switch node.kind {
        case .paragraph: if !node.flags.contains(.tight) { buffer.append(markup: "</p>\n") }
        case .heading:
            buffer.append(markup: "</h")
            buffer.append(number: Int(node.number))
            buffer.append(markup: ">\n")
        case .quote: buffer.append(markup: "</blockquote>\n")
        case .bulletList: buffer.append(markup: "</ul>\n")
        case .orderedList: buffer.append(markup: "</ol>\n")
        case .item: buffer.append(markup: "</li>\n")
        case .emphasis: buffer.append(markup: "</em>")
        case .strong: buffer.append(markup: "</strong>")
        default: break
        }
    }
}
