/// Options for writing a document into a page.
public struct RenderOptions {
    /// The level of the document's highest headings on the page, 1 to 6. Deeper headings follow without skipping a level.
    public var headingLevel: Int
    /// A prefix for the ids of headings and for the anchors of links to the same page, such as `c001-` in a booklet.
    public var idPrefix: String
    /// Returns the address on the page of a link or image within the site, not escaped; nil to show the text without a link.
    ///
    /// Called with the destination as written, never for addresses of other hosts. In a result that starts with `#`,
    /// ``idPrefix`` is inserted after the `#`.
    public var address: (String) -> String?
    /// Returns the size of an image in pixels, by its destination as written; nil if it is not known.
    public var imageSize: (String) -> (width: Int, height: Int)?
    /// The text shown after a link to another host; empty for none.
    public var externalMark: String
    /// The name of a table for screen readers, with a colon; the names of its columns follow.
    public var tableLabel: String
    /// What is between the names of columns.
    public var comma: String
    /// The words to link at their first use; nil for none.
    public var words: WordLinks?

    /// Creates options. By default links within the site show their text only.
    public init(
        headingLevel: Int = 2, idPrefix: String = "", externalMark: String = "（外部サイト）", tableLabel: String = "表：",
        comma: String = "、", words: WordLinks? = nil,
        address: @escaping (String) -> String? = { _ in nil },
        imageSize: @escaping (String) -> (width: Int, height: Int)? = { _ in nil }
    ) {
        self.headingLevel = headingLevel
        self.idPrefix = idPrefix
        self.address = address
        self.imageSize = imageSize
        self.externalMark = externalMark
        self.tableLabel = tableLabel
        self.comma = comma
        self.words = words
    }
}
