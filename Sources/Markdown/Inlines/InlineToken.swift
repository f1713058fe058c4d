import Basics

/// A piece of a leaf's inline contents, in the order of the text.
///
/// The tokens of a leaf are what libcmark found, with the place of each piece in the leaf, before our corrections.
struct InlineToken {
    enum Kind: UInt8 {
        /// Characters that mean themselves: escaped, or of character references.
        case literal
        /// Characters as they stand in the leaf, each at its place; our own marks are looked for here only.
        case raw
        case code, html, softBreak, lineBreak
        case emphasisStart, emphasisEnd, strongStart, strongEnd
        /// `text.lower` is the link's index among those of the leaf.
        case linkStart, linkEnd
        /// An address that is its own text.
        case autolinkStart, autolinkEnd
    }

    var kind: Kind
    /// The bytes in the tree's text.
    var text: ByteRange = .empty
    /// The bytes in the leaf.
    var place: ByteRange

    init(_ kind: Kind, text: ByteRange = .empty, place: Range<Int>) {
        self.kind = kind
        self.text = text
        self.place = ByteRange(place)
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

/// A link or image of a leaf, as libcmark found it.
struct LinkDraft {
    let destination: String
    let title: ByteRange
    let isImage: Bool
    /// The bytes of the whole link in the leaf.
    var place: Range<Int>
    /// The bytes of the address in the leaf, where it stands in the link itself.
    var address: Range<Int>?
}
