import Basics
import HTML

/// Writes a range of a tree's nodes as HTML, without recursion.
struct Renderer: ~Copyable {
    /// How headings, links, images and raw HTML are written.
    enum Dialect {
        /// As on the pages of the site.
        case site
        /// As libcmark writes them, so that tests can compare.
        case commonMark
    }

    let nodes: UnsafeBufferPointer<Node>
    let text: UnsafeBufferPointer<UInt8>
    let links: [Link]
    let options: RenderOptions
    let dialect: Dialect
    /// The buffer of the caller, while this renders.
    var buffer = HTMLBuffer()
    /// The levels as written of the headings that contain the current position, from highest to lowest.
    var headingLevels: [Int32] = []
    /// The number of images whose description is being written.
    var imageDepth = 0
    /// Whether the current image is written as an element; otherwise only its text is written.
    var imageIsShown = false
    /// Whether the current link is written as an element; otherwise only its text is written.
    var linkIsShown = false
    /// The number of links and headings around the current text; words are linked only if there are none.
    var unlinkedDepth = 0

    /// Appends a range of nodes to `buffer`.
    static func render(
        _ tree: Tree, _ nodes: Range<Int>, options: RenderOptions, dialect: Dialect = .site, into buffer: inout HTMLBuffer
    ) {
        tree.nodes.withUnsafeBufferPointer { all in
            tree.text.withUnsafeBufferPointer { text in
                var renderer = Renderer(nodes: all, text: text, links: tree.links, options: options, dialect: dialect)
                swap(&renderer.buffer, &buffer)
                renderer.render(nodes)
                swap(&renderer.buffer, &buffer)
            }
        }
    }

    private init(
        nodes: UnsafeBufferPointer<Node>, text: UnsafeBufferPointer<UInt8>, links: [Link], options: RenderOptions,
        dialect: Dialect
    ) {
        self.nodes = nodes
        self.text = text
        self.links = links
        self.options = options
        self.dialect = dialect
    }

    private mutating func render(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let entersChildren = enter(nodes[index], index)
            var node = index
            index = entersChildren ? index + 1 : Int(nodes[index].end)
            // Leave the node if it has no children, and each node that ends here.
            if entersChildren, index == Int(nodes[node].end) { leave(nodes[node]) }
            while Int(nodes[node].end) == index, nodes[node].parent >= 0, Int(nodes[node].parent) >= range.lowerBound {
                node = Int(nodes[node].parent)
                guard Int(nodes[node].end) == index else { break }
                leave(nodes[node])
            }
        }
    }

    // MARK: Nodes

    /// Writes the start of a node. Returns whether its children must be written and ``leave(_:)`` called after them.
    private mutating func enter(_ node: Node, _ index: Int) -> Bool {
        if imageDepth > 0 {
            enterAlternative(node)
            return true
        }
        switch node.kind {
        case .text: appendText(node)
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

    /// Appends markup at the start of a line.
    mutating func line(_ markup: StaticString) {
        if buffer.endsInLine { buffer.append(markup: "\n") }
        buffer.append(markup: markup)
    }

    /// Appends text, with words linked where that is asked for.
    private mutating func appendText(_ node: Node) {
        if let words = options.words, unlinkedDepth == 0 {
            words.append(slice(node.text), into: &buffer)
        } else {
            buffer.append(plain: slice(node.text))
        }
    }

    func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[range.range])
    }
}
