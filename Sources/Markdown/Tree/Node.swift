import Basics

/// A node of a document's tree.
///
/// Nodes stand in one array in the order in which they start (pre-order). A node's children are the nodes after it up to its
/// `end`; the first of them, if any, is the next node, and the next sibling of a node is the node at its `end`.
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
        /// A paragraph of a tight list, shown without its element.
        static let tight = Flags(rawValue: 1)
        /// A soft break between wide characters, shown as nothing.
        static let joined = Flags(rawValue: 2)
        /// A cell of a table's first row.
        static let header = Flags(rawValue: 4)
        /// A link or image whose address never reaches the page.
        static let refused = Flags(rawValue: 8)
        /// A link that leads out of the site.
        static let external = Flags(rawValue: 16)
        /// A link to another host by `http:` or `https:`.
        static let web = Flags(rawValue: 32)
        /// A `<br>`.
        static let breaks = Flags(rawValue: 64)
        /// A cell without visible text.
        static let empty = Flags(rawValue: 128)
    }

    let kind: Kind
    var flags: Flags = []
    /// A heading's level, an ordered list's first number, a cell's alignment, the index of a link in the tree's links.
    var number: Int32 = 0
    /// The index after the node's last descendant.
    var end: Int32 = 0
    /// The index of the node that holds this one; -1 at the top.
    var parent: Int32
    /// A text's, code's or ruby base's bytes in the tree's text.
    var text: ByteRange = .empty
    /// A heading's id, a code block's info string, a link's title or a ruby reading in the tree's text.
    var extra: ByteRange = .empty
}
