import HTML

/// Writes a stretch of a tree as HTML, without recursion.
struct Renderer {
    /// What becomes of headings, links, images and raw HTML.
    enum Dialect {
        /// As a page of the site needs them.
        case site
        /// As libcmark writes them, to be compared with it.
        case commonMark
    }

    let tree: Tree
    let options: RenderOptions
    let dialect: Dialect
    let text: UnsafeBufferPointer<UInt8>
    var buffer: HTMLBuffer
    /// The levels, as written, of the headings that the one at hand stands below.
    var headingLevels: [Int32] = []
    /// How many images the text at hand is alternative text of.
    var imageDepth = 0
    /// Whether the image at hand has an element, or its text stands for it.
    var imageIsShown = false
    /// Whether the link at hand has an element, or its text stands for it.
    var linkIsShown = false

    /// Appends some nodes to `buffer`.
    static func render(
        _ tree: Tree, _ nodes: Range<Int>, options: RenderOptions, dialect: Dialect = .site, into buffer: inout HTMLBuffer
    ) {
        tree.text.withUnsafeBufferPointer { text in
            var renderer = Renderer(tree: tree, options: options, dialect: dialect, text: text, taking: &buffer)
            renderer.render(nodes)
            buffer = renderer.buffer
        }
    }

    private init(
        tree: Tree, options: RenderOptions, dialect: Dialect, text: UnsafeBufferPointer<UInt8>,
        taking buffer: inout HTMLBuffer
    ) {
        self.tree = tree
        self.options = options
        self.dialect = dialect
        self.text = text
        self.buffer = buffer
        // The bytes have one owner at a time, so that appending never copies them.
        buffer = HTMLBuffer()
    }

    private mutating func render(_ nodes: Range<Int>) {
        tree.nodes.withUnsafeBufferPointer { all in
            var index = nodes.lowerBound
            while index < nodes.upperBound {
                let entersChildren = enter(all[index], index)
                var node = index
                index = entersChildren ? index + 1 : Int(all[index].end)
                // Leave the node if it has no children, and each node that ends here.
                if entersChildren, index == Int(all[node].end) { leave(all[node]) }
                while Int(all[node].end) == index, all[node].parent >= 0, Int(all[node].parent) >= nodes.lowerBound {
                    node = Int(all[node].parent)
                    guard Int(all[node].end) == index else { break }
                    leave(all[node])
                }
            }
        }
    }

    // MARK: Nodes

    /// Starts a node. Whether its children are to be written and it is then to be left.
    private mutating func enter(_ node: Node, _ index: Int) -> Bool {
        if imageDepth > 0 {
            enterAlternative(node)
            return true
        }
        switch node.kind {
        case .text: buffer.append(plain: slice(node.text))
        case .softBreak: if !node.flags.contains(.joined) { buffer.append(markup: "\n") }
        case .lineBreak: buffer.append(markup: dialect == .site ? "<br>\n" : "<br />\n")
        case .code:
            buffer.append(markup: "<code>")
            buffer.append(plain: slice(node.text))
            buffer.append(markup: "</code>")
        case .html:
            if dialect == .commonMark { buffer.append(markup: "<!-- raw HTML omitted -->") }
            if dialect == .site, node.flags.contains(.breaks) { buffer.append(markup: "<br>") }
        case .emphasis: buffer.append(markup: "<em>")
        case .strong: buffer.append(markup: "<strong>")
        case .ruby: buffer.append(markup: "<ruby>")
        case .rubyPair:
            buffer.append(plain: slice(node.text))
            buffer.append(markup: "<rp>（</rp><rt>")
            buffer.append(plain: slice(node.extra))
            buffer.append(markup: "</rt><rp>）</rp>")
        case .link: startLink(node)
        case .image: startImage(node)
        default: return enterBlock(node, index)
        }
        return true
    }

    private mutating func leave(_ node: Node) {
        if imageDepth > 0, node.kind != .image { return }
        switch node.kind {
        case .emphasis: buffer.append(markup: "</em>")
        case .strong: buffer.append(markup: "</strong>")
        case .ruby: buffer.append(markup: "</ruby>")
        case .link: endLink(node)
        case .image: endImage(node)
        default: leaveBlock(node)
        }
    }

    // MARK: Blocks

    private mutating func enterBlock(_ node: Node, _ index: Int) -> Bool {
        switch node.kind {
        case .paragraph:
            if node.flags.contains(.tight) { return true }
            line("<p>")
        case .heading: startHeading(node)
        case .quote: line("<blockquote>\n")
        case .bulletList: line("<ul>\n")
        case .orderedList where node.number == 1: line("<ol>\n")
        case .orderedList:
            line("<ol start=\"")
            buffer.append(number: Int(node.number))
            buffer.append(markup: "\">\n")
        case .item: line("<li>")
        case .rule: line(dialect == .site ? "<hr>\n" : "<hr />\n")
        case .codeBlock: codeBlock(node)
        case .htmlBlock: htmlBlock(node)
        case .table: startTable(node, index)
        case .tableHead: line("<thead>\n")
        case .tableBody: line("<tbody>\n")
        case .tableRow: line("<tr>\n")
        case .tableCell: startCell(node)
        default: break
        }
        return true
    }

    private mutating func leaveBlock(_ node: Node) {
        switch node.kind {
        case .paragraph:
            if node.flags.contains(.tight) { return }
            buffer.append(markup: "</p>\n")
        case .heading: endHeading(node)
        case .quote: line("</blockquote>\n")
        case .bulletList: line("</ul>\n")
        case .orderedList: line("</ol>\n")
        case .item: buffer.append(markup: "</li>\n")
        case .table: line("</table></div>\n")
        case .tableHead: line("</thead>\n")
        case .tableBody: line("</tbody>\n")
        case .tableRow: line("</tr>\n")
        case .tableCell: buffer.append(markup: isHeaderCell(node) ? "</th>\n" : "</td>\n")
        default: break
        }
    }

    /// Appends markup on a line of its own.
    mutating func line(_ markup: StaticString) {
        if let last = buffer.bytes.last, last != 0x0A { buffer.append(markup: "\n") }
        buffer.append(markup: markup)
    }

    func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[range.range])
    }
}
