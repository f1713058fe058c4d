import HTML

extension Renderer {
    // MARK: Headings

    /// The level on the page of a heading whose level as written is `level`: one below the nearest heading before it that has a
    /// higher rank. So no level is skipped on the page.
    private mutating func pageLevel(of level: Int32) -> Int {
        while let last = headingLevels.last, last >= level { headingLevels.removeLast() }
        headingLevels.append(level)
        return currentPageLevel
    }

    private var currentPageLevel: Int {
        min(max(options.headingLevel, 1) + headingLevels.count - 1, 6)
    }

    mutating func startHeading(_ node: Node) {
        unlinkedDepth += 1
        line("<h")
        let level = dialect == .site ? pageLevel(of: node.number) : Int(node.number)
        buffer.append(number: level)
        if dialect == .site {
            buffer.append(markup: " id=\"")
            buffer.append(plain: options.idPrefix)
            buffer.append(plain: slice(node.extra))
            buffer.append(markup: "\"")
        }
        buffer.append(markup: ">")
    }

    mutating func endHeading(_ node: Node) {
        unlinkedDepth -= 1
        buffer.append(markup: "</h")
        buffer.append(number: dialect == .site ? currentPageLevel : Int(node.number))
        buffer.append(markup: ">\n")
    }

    // MARK: Code and HTML

    mutating func codeBlock(_ node: Node) {
        line("<pre><code")
        let info = slice(node.extra)
        let language = info.firstIndex { $0.isASCIISpace } ?? info.count
        if !info.isEmpty {
            buffer.append(markup: " class=\"language-")
            buffer.append(plain: UnsafeBufferPointer(rebasing: info[..<language]))
            buffer.append(markup: "\"")
        }
        buffer.append(markup: ">")
        buffer.append(plain: slice(node.text))
        buffer.append(markup: "</code></pre>\n")
    }

    /// Writes the words of an HTML block as a paragraph.
    mutating func htmlBlock(_ node: Node) {
        if dialect == .commonMark {
            line("<!-- raw HTML omitted -->\n")
        } else if !node.text.isEmpty {
            line("<p>")
            buffer.append(plain: slice(node.text))
            buffer.append(markup: "</p>\n")
        }
    }

    // MARK: Tables

    /// Starts a table in a box that scrolls, since a table may be wider than the screen. The keyboard can reach the box, and it is
    /// named after the table's headers.
    mutating func startTable(_ node: Node, _ index: Int) {
        line("<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"")
        buffer.append(plain: options.tableLabel)
        let end = nodes.indices.contains(index + 1) ? Int(nodes[index + 1].end) : index
        var isFirst = true
        for child in index..<end {
            let inline = nodes[child]
            if inline.kind == .tableCell, inline.end > Int32(child + 1) {
                if !isFirst { buffer.append(plain: options.comma) }
                isFirst = false
            }
            if inline.kind == .text || inline.kind == .code || inline.kind == .rubyPair {
                buffer.append(plain: slice(inline.text))
            }
        }
        buffer.append(markup: "\">\n<table>\n")
    }

    /// Whether a cell is written as `<th>`. An empty cell of the header row is not a header.
    func isHeaderCell(_ node: Node) -> Bool {
        node.flags.contains(.header) && !node.flags.contains(.empty)
    }

    mutating func startCell(_ node: Node) {
        line(isHeaderCell(node) ? "<th scope=\"col\"" : "<td")
        switch node.number {
        case 1: buffer.append(markup: " class=\"align-left\"")
        case 2: buffer.append(markup: " class=\"align-center\"")
        case 3: buffer.append(markup: " class=\"align-right\"")
        default: break
        }
        buffer.append(markup: ">")
    }
}
