import CCMark

/// Builds the tree from libcmark's blocks, in the order of the text and without recursion.
struct BlockReader {
    enum Task {
        /// Only find the tables.
        case findTables
        /// Build the tree. The first children of the document `cells` are the cells of all tables, in order, each as a heading.
        case read(cells: OpaquePointer?)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// The offset in the file at which `bytes` starts.
    let start: Int
    let lines: LineIndex
    private(set) var containers: ContainerStack
    var sink = InlineSink()
    /// The tables found so far.
    var tables: [TableText] = []

    var outline = HeadingOutline()
    var reader = InlineReader()
    var writer = InlineWriter()
    /// The text of the current leaf.
    var leaf = LeafText()
    let isFindingTables: Bool
    /// libcmark's node of the next table cell; nil if there is none.
    var nextCell: OpaquePointer?
    /// Whether the text holds full-width marks, so that every leaf is searched for them.
    var hasWideMarks = false
    /// The last item of a numbered list that is as far to the left as the first one; see ``findShallowItem(_:)``.
    var outerItem: OpaquePointer?
    /// Whether all emphasis is paired again by CommonMark's own rule, which must change nothing; for tests.
    var pairsAgainAsCommonMark = false
    /// Whether also plain leaves are read byte by byte; for tests.
    var readsEveryByte = false
    /// The number of leaves whose bytes did not match libcmark's inlines; for tests.
    var misalignedLeaves = 0

    init(bytes: UnsafeBufferPointer<UInt8>, start: Int, lines: LineIndex, task: Task) {
        self.bytes = bytes
        self.start = start
        self.lines = lines
        containers = ContainerStack(bytes: bytes, lines: lines)
        switch task {
        case .findTables: isFindingTables = true
        case .read(let cells):
            isFindingTables = false
            nextCell = cells.flatMap { cmark_node_first_child($0) }
        }
        // Room for the text and the ids of headings.
        sink.builder.tree.text.reserveCapacity(bytes.count + bytes.count / 8 + 64)
        sink.builder.tree.nodes.reserveCapacity(bytes.count / 40 + 8)
        sink.builder.tree.headings.reserveCapacity(8)
    }

    /// Adds all blocks of a document.
    mutating func read(_ document: OpaquePointer) {
        var next = cmark_node_first_child(document)
        while let node = next {
            if enter(node), let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            var last = node
            next = cmark_node_next(last)
            while next == nil, let parent = cmark_node_parent(last), parent != document {
                leave(parent)
                last = parent
                next = cmark_node_next(last)
            }
        }
        outline.finish(&sink.builder)
    }

    // MARK: Blocks

    /// Adds the start of a block. Returns whether its children must be visited and ``leave(_:)`` called after them.
    private mutating func enter(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE:
            containers.pushQuote(line: startLine(node))
            return open(.quote, node)
        case CMARK_NODE_ITEM:
            if !isFindingTables { findShallowItem(node) }
            containers.pushItem(line: startLine(node))
            return open(.item, node)
        case CMARK_NODE_LIST:
            if !isFindingTables { findShallowList(node) }
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return open(isOrdered ? .orderedList : .bulletList, node)
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case _ where isFindingTables: break
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_CODE_BLOCK:
            let index = sink.builder.add(.codeBlock)
            let literal = LibcmarkText.bytes(cmark_node_get_literal(node))
            sink.builder.tree.nodes[index].text = sink.builder.store(literal)
            findIndentedText(node, literal)
            sink.builder.tree.nodes[index].extra = sink.builder.store(LibcmarkText.bytes(cmark_node_get_fence_info(node)))
        case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
        case CMARK_NODE_THEMATIC_BREAK: sink.builder.add(.rule)
        default: break
        }
        return false
    }

    private mutating func open(_ kind: Node.Kind, _ node: OpaquePointer) -> Bool {
        let index = sink.builder.open(kind)
        sink.builder.tree.nodes[index].number = cmark_node_get_list_start(node)
        if cmark_node_first_child(node) != nil { return true }
        leave(node)
        return false
    }

    private mutating func leave(_ node: OpaquePointer) {
        if cmark_node_get_type(node) != CMARK_NODE_LIST { containers.pop() }
        sink.builder.close()
    }

    private mutating func paragraph(_ node: OpaquePointer) {
        if isFindingTables || nextCell != nil || lines.hasBar, endLine(node) > startLine(node), table(node) { return }
        if isFindingTables { return }
        findLineMarks(node)
        let index = sink.builder.open(.paragraph)
        if isTight(node) { sink.builder.tree.nodes[index].flags.insert(.tight) }
        if !addPlainInlines(of: node) {
            takeText(ofLines: startLine(node)...endLine(node), column: startColumn(node))
            removeDefinitions()
            readInlines(of: node)
            writeInlines(position: position(node))
        }
        sink.builder.close()
    }

    func position(_ paragraph: OpaquePointer) -> UnsupportedSyntaxFinder.Position {
        guard cmark_node_previous(paragraph) == nil, let parent = cmark_node_parent(paragraph) else { return .other }
        return switch cmark_node_get_type(parent) {
        case CMARK_NODE_ITEM: .itemStart
        case CMARK_NODE_BLOCK_QUOTE: .quoteStart
        default: .other
        }
    }

    func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private mutating func htmlBlock(_ node: OpaquePointer) {
        let literal = Array(LibcmarkText.bytes(cmark_node_get_literal(node)))
        let contents = RawHTML(literal[...]).contents()
        let index = sink.builder.add(.htmlBlock)
        sink.builder.tree.nodes[index].text = contents.words.withUnsafeBufferPointer { sink.builder.store($0) }
        let first = lines.line(startLine(node))
        let range = trimmed(min(first.lowerBound + max(startColumn(node) - 1, 0), first.upperBound)..<first.upperBound)
        if contents.hasTag { sink.problems.add(.rawHTML, at: start + range.lowerBound..<start + range.upperBound) }
        if contents.hasOpenComment {
            sink.problems.add(.unclosedComment, at: start + range.lowerBound..<start + range.upperBound)
        }
    }

    /// Makes a range of lines the current leaf, without the marks and indentation around them. `column` is the column, from 1, at
    /// which the text of the first line starts.
    mutating func takeText(ofLines range: ClosedRange<Int>, column: Int) {
        var text = LeafText()
        swap(&text, &leaf)
        text.removeAll()
        for number in range { append(line: number, column: number == range.lowerBound ? column : nil, to: &text) }
        swap(&text, &leaf)
    }

    /// Appends the text of a line. `column` is the column, from 1, at which the text starts; nil for a line after the first one of
    /// a paragraph.
    func append(line number: Int, column: Int?, to text: inout LeafText) {
        if let column {
            let line = lines.line(number)
            let part = min(line.lowerBound + column - 1, line.upperBound)..<line.upperBound
            text.append(bytes[part], source: start + part.lowerBound)
        } else {
            let (part, spaces) = containers.text(line: number)
            text.append(spaces: spaces, source: start + max(part.lowerBound - 1, 0))
            text.append(bytes[part], source: start + part.lowerBound)
        }
    }

    /// The range without the spaces and line ends at its end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let end = bytes[range].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? range.lowerBound
        return range.lowerBound..<end
    }

    // libcmark counts lines and columns from 1.
    func startLine(_ node: OpaquePointer) -> Int { Int(cmark_node_get_start_line(node)) }
    func startColumn(_ node: OpaquePointer) -> Int { max(Int(cmark_node_get_start_column(node)), 1) }
    func endLine(_ node: OpaquePointer) -> Int {
        min(max(Int(cmark_node_get_end_line(node)), startLine(node)), lines.count)
    }
}
