/// How much one sitemap file may hold: by default what sitemaps.org's protocol allows.
public struct SitemapLimits: Sendable {
    public var addresses = 50_000
    /// Before any compression.
    public var bytes = 52_428_800

    public init(addresses: Int = 50_000, bytes: Int = 52_428_800) {
        self.addresses = addresses
        self.bytes = bytes
    }
}
