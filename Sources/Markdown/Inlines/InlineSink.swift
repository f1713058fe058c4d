/// Where inline contents go: the tree, and the problems found on the way.
struct InlineSink {
    var builder = TreeBuilder()
    var problems = ProblemList()
    /// Whether a tag was told in the leaf at hand.
    var leafHasTag = false

    mutating func problem(_ problem: MarkdownProblem, at place: Range<Int>, of leaf: InlineLeaf) {
        problems.add(problem, at: leaf.source(of: place))
    }
}

/// The leaf at hand: its bytes, where they stand in the file, and the links in it.
struct InlineLeaf {
    let text: LeafText
    let links: [LinkDraft]
    let isTableCell: Bool

    var bytes: [UInt8] { text.bytes }

    func source(of place: Range<Int>) -> Range<Int> {
        text.source(of: place)
    }
}
