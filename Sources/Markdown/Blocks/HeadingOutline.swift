import Basics

/// Checks the levels of a document's headings, and gives the headings their ids.
struct HeadingOutline {
    private var lastLevel = 1
    /// The ids that the author wrote.
    private var written: Set<[UInt8]> = []

    /// Adds a heading whose node is complete. `source` is the range of the heading's first line in the file.
    mutating func add(
        node: Int, level: Int, id: HeadingID?, isUnderlined: Bool, isEmpty: Bool, source: Range<Int>,
        into sink: inout InlineSink
    ) {
        if level == 1 {
            // The underline is reported, which is what the author does not expect.
            if !isUnderlined { sink.problems.add(.headingLevelOne, at: source) }
        } else if level > lastLevel + 1 {
            sink.problems.add(.headingSkipsLevel(from: lastLevel, to: level), at: source)
        }
        lastLevel = level
        if isEmpty { sink.problems.add(.emptyHeading, at: source) }
        if let id {
            if !id.isWellFormed {
                sink.problems.add(.headingIDForm(id.id), at: id.source)
            } else if !written.insert(Array(id.id.utf8)).inserted {
                sink.problems.add(.duplicateHeadingID(id.id), at: id.source)
            } else {
                sink.builder.tree.nodes[node].extra = sink.builder.store(id.id)
            }
        }
        let isTop = sink.builder.tree.nodes[node].parent < 0
        let block = isTop ? sink.builder.tree.blockCount - 1 : -1
        sink.builder.tree.headings.append(
            Tree.HeadingEntry(node: Int32(node), source: ByteRange(source), block: Int32(block), isUnderlined: isUnderlined))
    }

    /// Gives all headings without a written id an id derived from their text.
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

    /// Whether two ids are equal, or there are too many to compare each with each.
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

    /// Adds `-2`, `-3` … to ids that are already used.
    private func number(_ unnamed: [Tree.HeadingEntry], _ builder: inout TreeBuilder) {
        var used = written
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
