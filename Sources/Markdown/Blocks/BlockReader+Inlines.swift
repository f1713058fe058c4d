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
                if literal.first(of: .ofInterest) == literal.count {
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

    /// Reads the inlines of the leaf at hand.
    mutating func readInlines(of block: OpaquePointer) {
        reader.read(block, leaf: leaf, into: &sink.builder)
    }

    /// Adds the inlines that were read, with our corrections.
    @discardableResult
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

    /// Takes off the link reference definitions that the leaf starts with, as libcmark has.
    mutating func dropDefinitions() {
        guard leaf.bytes.first == UInt8(ascii: "[") else { return }
        let syntax = LinkSyntax(bytes: leaf.bytes)
        var length = 0
        while let end = syntax.definition(at: length), end > length { length = end }
        leaf.removeFirst(length)
    }
}
