/// How a document is written into a page.
public struct RenderOptions {
    /// The level that the highest heading gets on the page. Deeper ones follow without a skip.
    public var headingLevel: Int
    /// Put before every heading's id and every anchor on the same page, such as `c001-` in a booklet.
    public var idPrefix: String
    /// Where a link or image within the site leads: an address for the page, not escaped; nil where the text alone shall stand.
    ///
    /// Asked with the destination as written. Never asked for addresses of other hosts. An answer that starts with `#` gets
    /// ``idPrefix`` after it.
    public var address: (String) -> String?
    /// The size of an image in pixels, by its destination as written; nil when it is not known.
    public var imageSize: (String) -> (width: Int, height: Int)?
    /// The words that mark a link to another host.
    public var externalMark: String
    /// What a table is called to those who cannot see it; the names of its columns follow.
    public var tableLabel: String
    /// Words to link where they are first used; nil for none.
    public var words: WordLinks?

    public init(
        headingLevel: Int = 2, idPrefix: String = "", externalMark: String = "（外部サイト）", tableLabel: String = "表",
        words: WordLinks? = nil,
        address: @escaping (String) -> String? = { _ in nil },
        imageSize: @escaping (String) -> (width: Int, height: Int)? = { _ in nil }
    ) {
        self.headingLevel = headingLevel
        self.idPrefix = idPrefix
        self.address = address
        self.imageSize = imageSize
        self.externalMark = externalMark
        self.tableLabel = tableLabel
        self.words = words
    }
}
