import Basics

/// The headings of a document as they come: checks their levels and gives them ids.
struct HeadingOutline {
    private var lastLevel = 1
    /// The ids that editors gave.
    private var given: Set<[UInt8]> = []

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
            } else if !given.insert(Array(id.id.utf8)).inserted {
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
        var unnamed: [Tree.HeadingEntry] = []
        unnamed.reserveCapacity(builder.tree.headings.count)
        for entry in builder.tree.headings where builder.tree.nodes[Int(entry.node)].extra.isEmpty {
            unnamed.append(entry)
        }
        for entry in unnamed {
            builder.tree.nodes[Int(entry.node)].extra = builder.storeAnchor(ofNode: Int(entry.node))
        }
        if mayHaveEqualIDs(builder.tree) { number(unnamed, &builder) }
    }

    /// Whether two ids are equal, or there are too many to compare them all.
    private func mayHaveEqualIDs(_ tree: Tree) -> Bool {
        guard tree.headings.count <= 16 else { return true }
        for (index, entry) in tree.headings.enumerated() {
            let id = tree.nodes[Int(entry.node)].extra.range
            for other in tree.headings[..<index] {
                let other = tree.nodes[Int(other.node)].extra.range
                if other.count == id.count, tree.text[other] == tree.text[id] { return true }
            }
        }
        return false
    }

    /// Adds `-2`, `-3` … to ids that would be used again.
    private func number(_ unnamed: [Tree.HeadingEntry], _ builder: inout TreeBuilder) {
        var used = given
        var counts: [[UInt8]: Int] = [:]
        for entry in unnamed {
            let base = Array(builder.tree.text[builder.tree.nodes[Int(entry.node)].extra.range])
            var id = base
            while !used.insert(id).inserted {
                let count = counts[base, default: 1] + 1
                counts[base] = count
                id = base + Array("-\(count)".utf8)
            }
            if id != base { builder.tree.nodes[Int(entry.node)].extra = id.withUnsafeBufferPointer { builder.store($0) } }
        }
    }
}
