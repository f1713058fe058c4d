import CCMark

extension BlockReader {
    /// Adds a heading, with its id.
    mutating func heading(_ node: OpaquePointer) {
        let level = cmark_node_get_heading_level(node)
        let index = sink.builder.open(.heading)
        sink.builder.tree.nodes[index].number = level
        var id: HeadingID?
        if !plainInlines(of: node) {
            if takeHeadingText(node) { readInlines(of: node) } else { readInlinesOfUnderlinedHeading(node) }
            id = writeInlines(isHeading: true)
        }
        sink.builder.close()
        let line = lines.line(startLine(node))
        let place = trimmed(min(line.lowerBound + startColumn(node) - 1, line.upperBound)..<line.upperBound)
        outline.add(
            node: index, level: Int(level), id: id, isEmpty: writer.visibleCount == 0,
            place: start + place.lowerBound..<start + place.upperBound, into: &sink)
    }

    /// Makes the text of a heading after `#` signs the leaf at hand; false for one that is underlined.
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

    /// Reads the inlines of a heading whose last line is its underline. libcmark takes it to end with the underline or with the
    /// line after, by what follows; its text is the one of the two that its inlines fit.
    private mutating func readInlinesOfUnderlinedHeading(_ node: OpaquePointer) {
        let first = startLine(node)
        for last in [max(first, endLine(node) - 2), max(first, endLine(node) - 1)] {
            takeText(ofLines: first...last, column: startColumn(node))
            dropDefinitions()
            readInlines(of: node)
            if reader.isAligned { break }
        }
    }
}
