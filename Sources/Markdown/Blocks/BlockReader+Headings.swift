import CCMark

extension BlockReader {
    /// Adds a heading with its inlines and its id.
    mutating func heading(_ node: OpaquePointer) {
        let level = cmark_node_get_heading_level(node)
        let index = sink.builder.open(.heading)
        sink.builder.tree.nodes[index].number = level
        var id: HeadingID?
        if !addPlainInlines(of: node) {
            if takeHeadingText(node) { readInlines(of: node) } else { readInlinesOfUnderlinedHeading(node) }
            id = writeInlines(isHeading: true)
        }
        sink.builder.close()
        let underline = underline(of: node)
        if let underline { reportUnderline(underline, of: node, level: Int(level)) }
        let line = lines.line(startLine(node))
        let range = trimmed(min(line.lowerBound + startColumn(node) - 1, line.upperBound)..<line.upperBound)
        outline.add(
            node: index, level: Int(level), id: id, isUnderlined: underline != nil, isEmpty: writer.visibleCount == 0,
            source: start + range.lowerBound..<start + range.upperBound, into: &sink)
    }

    /// Makes the text of a heading with `#` signs the current leaf (CommonMark 0.30, section 4.2). Returns false for an underlined
    /// heading.
    private mutating func takeHeadingText(_ node: OpaquePointer) -> Bool {
        let line = lines.line(startLine(node))
        var index = min(line.lowerBound + startColumn(node) - 1, line.upperBound)
        let marks = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
        index += marks
        guard (1...6).contains(marks), index == bytes.count || bytes[index].isASCIISpace else { return false }
        while index < line.upperBound, bytes[index].isSpaceOrTab { index += 1 }
        var end = trimmed(index..<line.upperBound).upperBound
        let withoutMarks = bytes[index..<end].lastIndex { $0 != UInt8(ascii: "#") }.map { $0 + 1 } ?? index
        if withoutMarks == index || bytes[withoutMarks - 1].isSpaceOrTab { end = withoutMarks }
        leaf.removeAll()
        leaf.append(bytes[index..<end], source: start + index)
        return true
    }

    /// Reads the inlines of a heading whose last line is its underline (CommonMark 0.30, section 4.3).
    ///
    /// For libcmark such a heading ends with the underline or with the line after, depending on what follows. Its text is
    /// whichever of the two its inlines match.
    private mutating func readInlinesOfUnderlinedHeading(_ node: OpaquePointer) {
        let first = startLine(node)
        for last in [max(first, endLine(node) - 2), max(first, endLine(node) - 1)] {
            takeText(ofLines: first...last, column: startColumn(node))
            removeDefinitions()
            readInlines(of: node)
            if reader.isAligned { break }
        }
    }
}
