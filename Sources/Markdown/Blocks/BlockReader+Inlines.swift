import CCMark

extension BlockReader {
    /// Adds the inlines of a leaf if they are only text and line breaks, without syntax that this module reads differently from
    /// libcmark. Otherwise adds nothing and returns false.
    mutating func addPlainInlines(of block: OpaquePointer) -> Bool {
        let nodes = sink.builder.tree.nodes.count
        let text = sink.builder.tree.text.count
        if readsEveryByte || hasWideMarks { return false }
        writer.start()
        var next = cmark_node_first_child(block)
        while let node = next {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_SOFTBREAK: writer.softBreak(into: &sink.builder)
            case CMARK_NODE_LINEBREAK: writer.lineBreak(into: &sink.builder)
            case CMARK_NODE_TEXT:
                let literal = LibcmarkText.bytes(cmark_node_get_literal(node))
                if literal.first(of: .ownSyntax) == literal.count {
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

    /// Reads the inlines of the current leaf.
    mutating func readInlines(of block: OpaquePointer) {
        reader.read(block, leaf: leaf, into: &sink.builder)
    }

    /// Adds the inlines that were read last, with the corrections of this module. Returns the id written after a heading, if any.
    @discardableResult
    mutating func writeInlines(
        position: UnsupportedSyntaxFinder.Position = .other, isHeading: Bool = false, isTableCell: Bool = false
    ) -> HeadingID? {
        let leaf = InlineLeaf(text: leaf, links: reader.links, isTableCell: isTableCell)
        var tokens = reader.tokens
        var id: HeadingID?
        if reader.isAligned {
            if isHeading { id = HeadingID(takenFrom: &tokens, of: leaf) }
            var finder = UnsupportedSyntaxFinder(bytes: leaf.bytes)
            finder.find(in: &tokens, position: position, builder: &sink.builder)
            var marks = InlineMarkFinder(bytes: leaf.bytes)
            marks.find(in: tokens, links: leaf.links)
            for found in finder.found where !marks.isInLink(found.range.lowerBound) {
                sink.report(.unsupported(found.syntax), at: found.range, of: leaf)
            }
            if pairsAgainAsCommonMark || EmphasisResolver.isNeeded(for: tokens, bytes: leaf.bytes) {
                var resolver = EmphasisResolver(bytes: leaf.bytes, japanese: !pairsAgainAsCommonMark)
                tokens = resolver.resolve(tokens, into: &sink.builder)
            }
            marks.findStrong(in: tokens)
            for found in marks.found {
                let range = leaf.source(of: found.range)
                // A cell may leave out bytes of its source.
                let isWhole = range.count == found.range.count
                sink.addMark(found.kind, range, isWhole ? found.replacement : nil)
            }
        } else {
            misalignedLeaves += 1
        }
        writer.start()
        sink.leafHasTag = false
        writer.write(tokens, of: leaf, into: &sink)
        return id
    }

    /// Removes the link reference definitions at the start of the current leaf, as libcmark does.
    mutating func removeDefinitions() {
        guard leaf.bytes.first == UInt8(ascii: "[") else { return }
        let syntax = LinkSyntax(bytes: leaf.bytes)
        var length = 0
        while let end = syntax.definition(at: length), end > length { length = end }
        leaf.removeFirst(length)
    }
}
