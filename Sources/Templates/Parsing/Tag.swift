/// A tag of a template and its location.
struct Tag {
    enum Sort: UInt8 {
        case escaped, raw, section, inverted, close, partial, parent, block, comment, delimiters
    }

    let sort: Sort
    /// The whole tag with its delimiters, in bytes of the source.
    let range: Range<Int>
    /// The name, without spaces around it and without the asterisk of a dynamic name.
    let name: Range<Int>
    /// Whether the name is dynamic: `{{>*name}}`.
    let isDynamic: Bool
    /// Whether only spaces are before the tag on its line.
    let isFirstOnLine: Bool
    /// Whether only spaces are after the tag on its line.
    let isLastOnLine: Bool

    var isStandalone: Bool { isFirstOnLine && isLastOnLine }

    /// Whether the tag needs a closing tag.
    var opens: Bool {
        switch sort {
        case .section, .inverted, .parent, .block: true
        default: false
        }
    }
}
