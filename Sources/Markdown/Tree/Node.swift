import Basics

/// A node of a document's tree: a block or an inline.
///
/// All nodes are in one array in the order in which they start (pre-order). The descendants of a node are the nodes after it up
/// to its `end`. So its first child, if it has one, is the next node, and its next sibling is the node at its `end`.
struct Node {
    enum Kind: UInt8 {
        // Blocks
        case quote, bulletList, orderedList, item, paragraph, heading, codeBlock, htmlBlock, rule
        case table, tableHead, tableBody, tableRow, tableCell
        // Inlines
        case text, code, softBreak, lineBreak, html, emphasis, strong, link, image, ruby, rubyPair
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// A paragraph of a tight list, rendered without `<p>` (CommonMark 0.30, section 5.3).
        static let tight = Flags(rawValue: 1)
        /// A soft break between wide characters, rendered as nothing.
        static let joined = Flags(rawValue: 2)
        /// A cell of a table's header row.
        static let header = Flags(rawValue: 4)
        /// A link or image whose address is not allowed on a page.
        static let refused = Flags(rawValue: 8)
        /// A link that leads out of the site.
        static let external = Flags(rawValue: 16)
        /// A link to another host by `http:` or `https:`.
        static let web = Flags(rawValue: 32)
        /// The raw HTML tag `<br>`.
        static let breaks = Flags(rawValue: 64)
        /// A cell without visible text.
        static let empty = Flags(rawValue: 128)
    }

    let kind: Kind
    var flags: Flags = []
    /// The level of a heading, the first number of an ordered list, the alignment of a cell, or the index of a link in
    /// ``Tree/links``.
    var number: Int32 = 0
    /// The index after the node's last descendant.
    var end: Int32 = 0
    /// The index of the parent node; -1 for a top-level block.
    var parent: Int32
    /// The range in ``Tree/text`` of a text, of code or of a ruby base.
    var text: ByteRange = .empty
    /// The range in ``Tree/text`` of a heading's id, a code block's info string, a link's title or a ruby reading.
    var extra: ByteRange = .empty
}
