/// The output of parsing: the tree that is being built, and the problems found so far.
struct InlineSink {
    var builder = TreeBuilder()
    var problems = ProblemList()
    /// Whether an HTML tag has been found in the current leaf.
    var leafHasTag = false

    /// Reports a problem with a range of a leaf.
    mutating func report(_ problem: MarkdownProblem, at range: Range<Int>, of leaf: InlineLeaf) {
        problems.add(problem, at: leaf.source(of: range))
    }
}

/// A leaf while it is written: its text, and the links in it.
struct InlineLeaf {
    let text: LeafText
    let links: [LinkDraft]
    let isTableCell: Bool

    var bytes: [UInt8] { text.bytes }

    /// The range in the file of a range of the leaf.
    func source(of range: Range<Int>) -> Range<Int> {
        text.source(of: range)
    }
}
