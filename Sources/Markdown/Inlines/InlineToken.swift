import Basics

/// An element of a leaf's inline content: a run of text, or the start or end of something.
///
/// The tokens of a leaf are libcmark's inline nodes in the order of the text, each with its range in the leaf, before the
/// corrections of this module.
struct InlineToken {
    enum Kind: UInt8 {
        /// Text that is never markup: escaped characters and character references.
        case literal
        /// Text that is the same in the leaf. Only here this module looks for its own syntax.
        case raw
        case code, html, softBreak, lineBreak
        case emphasisStart, emphasisEnd, strongStart, strongEnd
        /// The start or end of a link or image; `text.range.lowerBound` is its index among the links of the leaf.
        case linkStart, linkEnd
        /// The start or end of a link `<address>`.
        case autolinkStart, autolinkEnd
    }

    var kind: Kind
    /// The range of the token's text in the tree's text.
    var text: ByteRange = .empty
    /// The range of the token in the leaf's bytes.
    var bytes: ByteRange

    init(_ kind: Kind, text: ByteRange = .empty, at bytes: Range<Int>) {
        self.kind = kind
        self.text = text
        self.bytes = ByteRange(bytes)
    }

    var isStart: Bool {
        switch kind {
        case .emphasisStart, .strongStart, .linkStart, .autolinkStart: true
        default: false
        }
    }

    var isEnd: Bool {
        switch kind {
        case .emphasisEnd, .strongEnd, .linkEnd, .autolinkEnd: true
        default: false
        }
    }
}

/// A link or image of a leaf, before its address is checked.
struct LinkDraft {
    let destination: String
    let title: ByteRange
    let isImage: Bool
    /// The range of the whole link in the leaf.
    var range: Range<Int>
    /// The range of the address in the leaf; nil where the address is written elsewhere (reference links).
    var address: Range<Int>?
}
