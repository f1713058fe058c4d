/// A link or an image in a document.
public struct Link: Sendable, Hashable {
    /// The address as written, with escapes and character references resolved, not percent-encoded.
    public let destination: String
    /// Whether this is an image.
    public let isImage: Bool
    /// Whether an image has alternative text. True for links.
    public internal(set) var hasAlt: Bool
    /// Whether the address leads out of the site: `http:`, `https:`, `mailto:` or `tel:`.
    public let isExternal: Bool
    /// Whether the address is not allowed: a problem was reported, and pages show the text without a link.
    public let isRefused: Bool
    /// The range of the whole link in the file, in bytes.
    public let source: Range<Int>
    /// The range of the address in the file, in bytes; the range of the whole link where the address is written elsewhere
    /// (reference links).
    public let destinationSource: Range<Int>
}
