/// The output of parsing: the tree that is being built, and the problems found so far.
struct InlineSink {
    var builder = TreeBuilder()
    var problems = ProblemList()
    /// What was meant as Markdown but is not read as it.
    private(set) var marks: [MisreadMark] = []
    /// Whether an HTML tag has been found in the current leaf.
    var leafHasTag = false

    /// Adds a mark, as far as there are not too many problems.
    mutating func addMark(_ kind: MisreadMark.Kind, _ bytes: Range<Int>, _ replacement: String?) {
        if marks.count < ProblemList.limit { marks.append(MisreadMark(kind, bytes, replacement)) }
    }

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
