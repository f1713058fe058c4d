/// Which tags take the rest of their line with them, as the specification asks of tags that stand alone.
///
/// A parent with its blocks, and a block outside of a parent, stand alone as a whole: nothing but blanks before the opening
/// tag and after the closing one. A block given to a parent leaves out the line end after its opening tag and the blanks
/// before its closing tag, so that its text can be set on lines of its own.
struct Margins {
    /// By tag: whether the blanks before it on its line are left out.
    private(set) var before: [Bool]
    /// By tag: whether the blanks and the line end after it are left out.
    private(set) var after: [Bool]
    /// By opening tag: whether it stands alone together with its closing tag.
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
