/// The tags that remove the rest of their line, as the specification requires of standalone tags.
///
/// A parent with its blocks, and a block outside of a parent, are standalone as a whole: only spaces are before the opening tag and
/// after the closing tag. A block that is given to a parent removes the line end after its opening tag and the spaces before its
/// closing tag, so that its text can have lines of its own.
struct Margins {
    /// By tag: whether the spaces before it on its line are removed.
    private(set) var before: [Bool]
    /// By tag: whether the spaces and the line end after it are removed.
    private(set) var after: [Bool]
    /// By opening tag: whether it is standalone together with its closing tag.
    private(set) var isStandaloneElement: [Bool]

    init(_ template: ParsedTemplate) {
        let tags = template.tags
        before = tags.map { $0.isStandalone && $0.sort != .escaped && $0.sort != .raw }
        after = before
        isStandaloneElement = Array(repeating: false, count: tags.count)
        for (index, tag) in tags.enumerated() where tag.sort == .parent || tag.sort == .block {
            let partner = template.partners[index]
            guard partner >= 0 else { continue }
            let isWhole = tag.isFirstOnLine && tags[partner].isLastOnLine
            if template.isArgument[index] {
                after[index] = tag.isLastOnLine
                before[partner] = tags[partner].isFirstOnLine
            } else {
                isStandaloneElement[index] = isWhole
                before[index] = before[index] || isWhole
                after[partner] = after[partner] || isWhole
            }
        }
    }
}
