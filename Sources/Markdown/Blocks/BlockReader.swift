import CCMark

/// Walks the blocks that libcmark found, in the order of the text and without recursion, and builds the tree.
struct BlockReader {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where `bytes` starts in the file.
    let start: Int
    let lines: LineIndex
    private(set) var containers: ContainerStack
    var sink = InlineSink()
    /// The tables found while their cells are not parsed yet; they are missing from the tree then.
    private(set) var tables: [TableText] = []

    private var outline = HeadingOutline()
    private var reader = InlineReader()
    private var writer = InlineWriter()
    /// The leaf at hand.
    private var leaf = LeafText()
    private let hasCells: Bool
    private var nextCell: OpaquePointer?
    private let mayHaveTables: Bool
    /// Whether all emphasis is paired anew by CommonMark's own rule, which must change nothing; for tests.
    var pairsAllAsCommonMark = false
    /// Whether every leaf is read byte by byte, plain ones too; for tests.
    var readsAllClosely = false
    /// How many leaves were not understood byte by byte; for tests.
    private(set) var misalignedLeaves = 0

    /// - Parameter cells: The document whose first headings are the cells of all tables; nil to find the tables first.
    init(bytes: UnsafeBufferPointer<UInt8>, start: Int, cells: OpaquePointer? = nil) {
        self.bytes = bytes
        self.start = start
        lines = LineIndex(bytes)
        containers = ContainerStack(bytes: bytes, lines: lines)
        hasCells = cells != nil
        nextCell = cells.flatMap { cmark_node_first_child($0) }
        mayHaveTables = TableText.mayStand(in: bytes, lines: lines)
        sink.builder.tree.text.reserveCapacity(bytes.count)
        sink.builder.tree.nodes.reserveCapacity(bytes.count / 40 + 8)
    }

    /// Reads a whole document.
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

    /// Adds a block. Whether its children have to be visited, after which it has to be left.
    private mutating func enter(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE:
            containers.pushQuote(line: startLine(node))
            return open(.quote, node)
        case CMARK_NODE_ITEM:
            containers.pushItem(line: startLine(node))
            return open(.item, node)
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return open(isOrdered ? .orderedList : .bulletList, node)
        case CMARK_NODE_PARAGRAPH: paragraph(node)
        case CMARK_NODE_HEADING: heading(node)
        case CMARK_NODE_CODE_BLOCK:
            let index = sink.builder.add(.codeBlock)
            sink.builder.tree.nodes[index].text = sink.builder.store(CCMarkText.bytes(cmark_node_get_literal(node)))
            sink.builder.tree.nodes[index].extra = sink.builder.store(CCMarkText.bytes(cmark_node_get_fence_info(node)))
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
        if mayHaveTables, endLine(node) > startLine(node), table(node) { return }
        let index = sink.builder.open(.paragraph)
        if isTight(node) { sink.builder.tree.nodes[index].flags.insert(.tight) }
        if !plainInlines(of: node) {
            let text = leafText(lines: startLine(node)...endLine(node), column: startColumn(node))
            inlines(of: node, text: text, position: position(node))
        }
        sink.builder.close()
    }

    private func position(_ paragraph: OpaquePointer) -> UnsupportedSyntaxFinder.Position {
        guard cmark_node_previous(paragraph) == nil, let parent = cmark_node_parent(paragraph) else { return .plain }
        return switch cmark_node_get_type(parent) {
        case CMARK_NODE_ITEM: .itemStart
        case CMARK_NODE_BLOCK_QUOTE: .quoteStart
        default: .plain
        }
    }

    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) != 0
    }

    private mutating func heading(_ node: OpaquePointer) {
        let level = cmark_node_get_heading_level(node)
        let index = sink.builder.open(.heading)
        sink.builder.tree.nodes[index].number = level
        var id: HeadingID?
        if !plainInlines(of: node) {
            if let text = headingText(node) {
                id = inlines(of: node, text: text, isHeading: true)
            } else {
                id = inlinesOfUnderlinedHeading(node)
            }
        }
        sink.builder.close()
        let line = lines.line(startLine(node))
        let place = trimmed(min(line.lowerBound + startColumn(node) - 1, line.upperBound)..<line.upperBound)
        outline.add(
            node: index, level: Int(level), id: id, isEmpty: writer.visibleCount == 0,
            place: start + place.lowerBound..<start + place.upperBound, into: &sink)
    }

    /// The text of a heading after `#` signs; nil for one that is underlined.
    private func headingText(_ node: OpaquePointer) -> LeafText? {
        let line = lines.line(startLine(node))
        var index = min(line.lowerBound + startColumn(node) - 1, line.upperBound)
        let marks = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
        index += marks
        guard (1...6).contains(marks), index == bytes.count || bytes[index].isASCIISpace else { return nil }
        while index < line.upperBound, bytes[index].isSpaceOrTab { index += 1 }
        var end = trimmed(index..<line.upperBound).upperBound
        let withoutMarks = bytes[index..<end].lastIndex { $0 != UInt8(ascii: "#") }.map { $0 + 1 } ?? index
        if withoutMarks == index || bytes[withoutMarks - 1].isSpaceOrTab { end = withoutMarks }
        var text = LeafText()
        text.append(bytes[index..<end], source: start + index)
        return text
    }

    /// Adds the inlines of a heading whose last line is its underline. libcmark takes it to end with the underline or with the
    /// line after, by what follows; its text is the one of the two that its inlines fit.
    private mutating func inlinesOfUnderlinedHeading(_ node: OpaquePointer) -> HeadingID? {
        let first = startLine(node)
        for last in [max(first, endLine(node) - 2), max(first, endLine(node) - 1)] {
            let text = leafText(lines: first...last, column: startColumn(node))
            readInlines(of: node, text: text)
            if reader.isAligned { break }
        }
        return writeInlines(isHeading: true)
    }

    private mutating func htmlBlock(_ node: OpaquePointer) {
        let literal = Array(CCMarkText.bytes(cmark_node_get_literal(node)))
        let remains = HTMLText(literal[...]).remains()
        let index = sink.builder.add(.htmlBlock)
        sink.builder.tree.nodes[index].text = remains.words.withUnsafeBufferPointer { sink.builder.store($0) }
        let first = lines.line(startLine(node))
        let place = trimmed(min(first.lowerBound + max(startColumn(node) - 1, 0), first.upperBound)..<first.upperBound)
        if remains.hasTag { sink.problems.add(.rawHTML, at: start + place.lowerBound..<start + place.upperBound) }
        if remains.hasOpenComment {
            sink.problems.add(.unclosedComment, at: start + place.lowerBound..<start + place.upperBound)
        }
    }

    // MARK: Inlines

    /// Adds the inlines of a leaf if they are nothing but text and line breaks, and the text holds nothing of interest; else
    /// adds nothing.
    private mutating func plainInlines(of block: OpaquePointer) -> Bool {
        let nodes = sink.builder.tree.nodes.count
        let text = sink.builder.tree.text.count
        if readsAllClosely { return false }
        writer.start()
        var next = cmark_node_first_child(block)
        while let node = next {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_SOFTBREAK: writer.softBreak(into: &sink.builder)
            case CMARK_NODE_LINEBREAK: writer.lineBreak(into: &sink.builder)
            case CMARK_NODE_TEXT:
                let literal = CCMarkText.bytes(cmark_node_get_literal(node))
                if literal.firstOfInterest(from: 0) == literal.count {
                    writer.text(sink.builder.store(literal), into: &sink.builder)
                    break
                }
                fallthrough
            default:
                sink.builder.removeLast(fromNode: nodes, fromText: text)
                return false
            }
            next = cmark_node_next(node)
        }
        return true
    }

    /// Adds the inlines of a leaf, with its bytes at hand.
    @discardableResult
    private mutating func inlines(
        of block: OpaquePointer, text: LeafText, position: UnsupportedSyntaxFinder.Position = .plain,
        isHeading: Bool = false, isTableCell: Bool = false
    ) -> HeadingID? {
        readInlines(of: block, text: text)
        return writeInlines(position: position, isHeading: isHeading, isTableCell: isTableCell)
    }

    private mutating func readInlines(of block: OpaquePointer, text: LeafText) {
        leaf = text
        leaf.removeFirst(definitionsLength(text.bytes))
        reader.read(block, leaf: leaf, into: &sink.builder)
    }

    /// Adds what was read, with our corrections.
    private mutating func writeInlines(
        position: UnsupportedSyntaxFinder.Position = .plain, isHeading: Bool = false, isTableCell: Bool = false
    ) -> HeadingID? {
        let leaf = InlineLeaf(text: leaf, links: reader.links, isTableCell: isTableCell)
        var tokens = reader.tokens
        var id: HeadingID?
        if reader.isAligned {
            if isHeading { id = HeadingID(takenFrom: &tokens, of: leaf) }
            var finder = UnsupportedSyntaxFinder(bytes: leaf.bytes)
            finder.find(in: &tokens, position: position, builder: &sink.builder)
            for found in finder.found { sink.problem(.unsupported(found.syntax), at: found.place, of: leaf) }
            if pairsAllAsCommonMark || EmphasisResolver.isNeeded(for: tokens, bytes: leaf.bytes) {
                var resolver = EmphasisResolver(bytes: leaf.bytes, japanese: !pairsAllAsCommonMark)
                tokens = resolver.resolve(tokens, into: &sink.builder)
            }
        } else {
            misalignedLeaves += 1
        }
        writer.start()
        sink.leafHasTag = false
        writer.write(tokens, of: leaf, into: &sink)
        return id
    }

    /// The length of the link reference definitions that a paragraph starts with, which libcmark has taken out of it.
    private func definitionsLength(_ text: [UInt8]) -> Int {
        guard text.first == UInt8(ascii: "[") else { return 0 }
        let syntax = LinkSyntax(bytes: text)
        var length = 0
        while let end = syntax.definition(at: length), end > length { length = end }
        return length
    }

    /// The text of some lines, without the marks and indentation around it.
    private func leafText(lines range: ClosedRange<Int>, column: Int) -> LeafText {
        var text = LeafText()
        for number in range {
            let line = lines.line(number)
            let isFirst = number == range.lowerBound
            let part = isFirst ? min(line.lowerBound + column - 1, line.upperBound)..<line.upperBound : containers.text(line: number)
            text.append(bytes[part], source: start + part.lowerBound)
        }
        return text
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let end = bytes[range].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? range.lowerBound
        return range.lowerBound..<end
    }

    private func startLine(_ node: OpaquePointer) -> Int { Int(cmark_node_get_start_line(node)) }
    private func startColumn(_ node: OpaquePointer) -> Int { max(Int(cmark_node_get_start_column(node)), 1) }
    private func endLine(_ node: OpaquePointer) -> Int {
        min(max(Int(cmark_node_get_end_line(node)), startLine(node)), lines.count)
    }

    // MARK: Tables

    /// Adds a paragraph as a table, if it is one.
    private mutating func table(_ node: OpaquePointer) -> Bool {
        let rows = (startLine(node)...endLine(node)).map { number -> LeafText in
            leafText(lines: number...number, column: number == startLine(node) ? startColumn(node) : 0)
        }
        return false && rows.isEmpty
    }
}
