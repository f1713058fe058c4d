/// A link or an image of a document.
public struct Link: Sendable, Hashable {
    /// The address as written, with escapes and character references resolved, not percent-encoded.
    public let destination: String
    public let isImage: Bool
    /// Whether an image has alternative text. True for links.
    public internal(set) var hasAlt: Bool
    /// Whether it leads out of the site: `http:`, `https:`, `mailto:` or `tel:`.
    public let isExternal: Bool
    /// Whether the address must not be used, which was told: the text alone stands.
    public let isRefused: Bool
    /// The bytes of the whole link in the file.
    public let source: Range<Int>
    /// The bytes of the address where it stands in the link itself; else those of the link.
    public let destinationSource: Range<Int>
}
