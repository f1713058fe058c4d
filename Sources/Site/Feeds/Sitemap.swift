import Casebook
import HTML

/// The pages that search engines may name, cut into files.
///
/// One file names them all where it can; else `sitemap.xml` names the parts (sitemaps.org, protocol 0.9).
struct Sitemap: Sendable {
    /// More than the markup and the date around one address take.
    private static let entrySize = 100

    /// In the order of their paths.
    let routes: [Route]
    /// At least one; which of `routes` each file names.
    let parts: [Range<Int>]

    /// - Parameter pages: The pages with their paths, in that order.
    init(_ pages: [(path: String, route: Route)], baseURL: String, limits: SitemapLimits) {
        routes = pages.map(\.route)
        let baseSize = HTMLFragment(text: baseURL).bytes.count
        var parts: [Range<Int>] = []
        var (start, size) = (0, Self.entrySize * 2)
        for (index, page) in pages.enumerated() {
            let entrySize = Self.entrySize + baseSize + page.path.utf8.count
            if index > start, index - start == limits.addresses || size + entrySize > limits.bytes {
                parts.append(start..<index)
                (start, size) = (index, Self.entrySize * 2)
            }
            size += entrySize
        }
        self.parts = parts + [start..<pages.count]
    }

    /// The numbers of the files beside `sitemap.xml`, counted from 1; none where it holds all itself.
    var partNumbers: Range<Int> { parts.count > 1 ? 1..<parts.count + 1 : 1..<1 }

    /// The sitemap itself and its parts.
    var routesOfFiles: [Route] { [.sitemap] + partNumbers.map(Route.sitemapPart) }
}

extension SitePlan {
    private static let sitemapNamespace: XMLWriter.Attribute = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")

    /// `sitemap.xml`: all pages, or the parts that name them.
    func sitemapFile(_ sitemap: Sitemap, baseURL: String) -> [UInt8] {
        guard !sitemap.partNumbers.isEmpty else { return sitemapPart(sitemap, part: 1, baseURL: baseURL) }
        var xml = XMLWriter()
        xml.element("sitemapindex", [Self.sitemapNamespace]) { xml in
            for part in sitemap.partNumbers {
                xml.element("sitemap") { $0.element("loc", text: Permalink.sitemapPart(part).address(at: baseURL)) }
            }
        }
        return xml.bytes
    }

    /// The pages of one part, counted from 1. A day stands only where the front matter has one.
    func sitemapPart(_ sitemap: Sitemap, part: Int, baseURL: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("urlset", [Self.sitemapNamespace]) { xml in
            for route in sitemap.routes[sitemap.parts[part - 1]] {
                xml.element("url") { xml in
                    xml.element("loc", text: permalink(of: route).address(at: baseURL))
                    if let date = route.modified(casebook) { xml.element("lastmod", text: date.iso) }
                }
            }
        }
        return xml.bytes
    }
}
