import HTML

/// The pages that search engines may list, divided into sitemap files.
///
/// One file lists all pages where that is allowed; otherwise `sitemap.xml` lists the parts (sitemaps.org, protocol 0.9).
struct SitemapParts: Sendable {
    /// An upper bound of the bytes that the markup and the date of one address take.
    private static let entrySize = 100

    /// Sorted by path.
    let routes: [Route]
    /// The range of `routes` in each file; at least one.
    let ranges: [Range<Int>]

    /// - Parameters:
    ///   - pages: The pages with their paths, sorted by path.
    ///   - baseURL: The address of the site, ending in `/`.
    ///   - limits: The limits of one file.
    init(_ pages: [(path: String, route: Route)], baseURL: String, limits: SitemapLimits) {
        routes = pages.map(\.route)
        let baseSize = HTMLFragment(text: baseURL).bytes.count
        var ranges: [Range<Int>] = []
        var (start, size) = (0, Self.entrySize * 2)
        for (index, page) in pages.enumerated() {
            let entrySize = Self.entrySize + baseSize + page.path.utf8.count
            if index > start, index - start == limits.addresses || size + entrySize > limits.bytes {
                ranges.append(start..<index)
                (start, size) = (index, Self.entrySize * 2)
            }
            size += entrySize
        }
        self.ranges = ranges + [start..<pages.count]
    }

    /// The numbers of the files besides `sitemap.xml`, counted from 1; empty where `sitemap.xml` lists all pages itself.
    var partNumbers: Range<Int> { ranges.count > 1 ? 1..<ranges.count + 1 : 1..<1 }

    /// The routes to `sitemap.xml` and its parts.
    var fileRoutes: [Route] { [.sitemap] + partNumbers.map(Route.sitemapPart) }
}

/// The limits of one sitemap file, by default those of the sitemaps.org protocol.
public struct SitemapLimits: Sendable {
    public var addresses = 50_000
    /// Before any compression.
    public var bytes = 52_428_800

    public init(addresses: Int = 50_000, bytes: Int = 52_428_800) {
        self.addresses = addresses
        self.bytes = bytes
    }
}
