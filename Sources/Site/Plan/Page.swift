/// A file of the site.
public struct Page: Sendable, Hashable {
    public enum Body: Sendable, Hashable {
        case bytes([UInt8])
        /// A file to copy as it is, by its path below `content/`.
        case contentFile(String)
    }

    /// The path below the site's root.
    public let path: String
    /// Such as `text/html; charset=utf-8`.
    public let mediaType: String
    public let body: Body

    public init(path: String, mediaType: String, body: Body) {
        self.path = path
        self.mediaType = mediaType
        self.body = body
    }
}
