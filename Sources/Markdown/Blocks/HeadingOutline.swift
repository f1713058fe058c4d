/// The headings of a document as they come: checks their levels and gives them ids.
struct HeadingOutline {
    private var lastLevel = 1
    /// The ids that editors gave.
    private var given: Set<String> = []

    /// Adds a heading whose node is complete.
    mutating func add(
        node: Int, level: Int, id: HeadingID?, isEmpty: Bool, place: Range<Int>, into sink: inout InlineSink
    ) {
        if level == 1 {
            sink.problems.add(.headingLevelOne, at: place)
        } else if level > lastLevel + 1 {
            sink.problems.add(.headingSkipsLevel(from: lastLevel, to: level), at: place)
        }
        lastLevel = level
        if isEmpty { sink.problems.add(.emptyHeading, at: place) }
        if let id {
            if !id.isWellFormed {
                sink.problems.add(.headingIDForm(id.id), at: id.place)
            } else if !given.insert(id.id).inserted {
                sink.problems.add(.duplicateHeadingID(id.id), at: id.place)
            } else {
                sink.builder.tree.nodes[node].extra = sink.builder.store(id.id)
            }
        }
        let isTop = sink.builder.tree.nodes[node].parent < 0
        let block = isTop ? sink.builder.tree.blockCount - 1 : -1
        sink.builder.tree.headings.append(
            Tree.HeadingEntry(node: Int32(node), source: ByteRange(place), block: Int32(block)))
    }

    /// Gives the other headings ids made of their texts.
    func finish(_ builder: inout TreeBuilder) {
        var used = given
        var counts: [String: Int] = [:]
        for entry in builder.tree.headings where builder.tree.nodes[Int(entry.node)].extra.isEmpty {
            let base = HeadingAnchor.anchor(of: builder.tree, node: Int(entry.node))
            var id = base
            while !used.insert(id).inserted {
                let count = counts[base, default: 1] + 1
                counts[base] = count
                id = "\(base)-\(count)"
            }
            builder.tree.nodes[Int(entry.node)].extra = builder.store(id)
        }
    }
}
