import CCMark

extension BlockReader {
    /// Adds the inlines of a leaf if they are nothing but text and line breaks, and the text holds nothing of interest; else
    /// adds nothing.
    mutating func plainInlines(of block: OpaquePointer) -> Bool {
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
    mutating func inlines(
        of block: OpaquePointer, text: LeafText, position: UnsupportedSyntaxFinder.Position = .plain,
        isHeading: Bool = false, isTableCell: Bool = false
    ) -> HeadingID? {
        readInlines(of: block, text: text, hasDefinitions: !isHeading && !isTableCell)
        return writeInlines(position: position, isHeading: isHeading, isTableCell: isTableCell)
    }

    mutating func readInlines(of block: OpaquePointer, text: LeafText, hasDefinitions: Bool) {
        leaf = text
        if hasDefinitions { leaf.removeFirst(definitionsLength(text.bytes)) }
        reader.read(block, leaf: leaf, into: &sink.builder)
    }

    /// Adds what was read, with our corrections.
    mutating func writeInlines(
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
}
