/// One tag of a template, with its place.
struct Tag {
    enum Sort: UInt8 {
        case escaped, raw, section, inverted, close, partial, parent, block, comment, delimiters
    }

    let sort: Sort
    /// The whole tag, delimiters included, in bytes of the source.
    let range: Range<Int>
    /// The name without the blanks and the asterisk of a dynamic name around it.
    let name: Range<Int>
    /// Whether the name is dynamic: `{{>*name}}`.
    let isDynamic: Bool
    /// Whether nothing but blanks stands before the tag on its line.
    let isFirstOnLine: Bool
    /// Whether nothing but blanks stands after the tag on its line.
    let isLastOnLine: Bool

    var isStandalone: Bool { isFirstOnLine && isLastOnLine }

    /// Whether the tag begins something that a closing tag ends.
    var opens: Bool {
        switch sort {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }
}
