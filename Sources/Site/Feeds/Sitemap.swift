import Basics
import CasebookModel
import HTML

/// `sitemap.xml` and its parts: the pages for search engines (sitemaps.org, protocol 0.9).
struct Sitemap {
    private static let namespace: XMLWriter.Attribute = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")

    let structure: SiteStructure
    let parts: SitemapParts
    let baseURL: String

    /// `sitemap.xml`: all pages, or the list of the parts.
    var bytes: [UInt8] {
        guard !parts.partNumbers.isEmpty else { return bytes(ofPart: 1) }
        var xml = XMLWriter()
        xml.element("sitemapindex", [Self.namespace]) { xml in
            for part in parts.partNumbers {
                xml.element("sitemap") { $0.element("loc", text: Permalink.sitemapPart(part).address(at: baseURL)) }
            }
        }
        return xml.bytes
    }

    /// Returns the pages of one part, counted from 1. Only pages with a date in their front matter have one.
    func bytes(ofPart part: Int) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("urlset", [Self.namespace]) { xml in
            for route in parts.routes[parts.ranges[part - 1]] {
                xml.element("url") { xml in
                    xml.element("loc", text: structure.permalink(of: route).address(at: baseURL))
                    if let date = route.modified(structure.casebook) { xml.element("lastmod", text: date.iso) }
                }
            }
        }
        return xml.bytes
    }
}

/// `robots.txt` (RFC 9309): crawlers may read everything; with a base URL, it names the sitemap.
enum RobotsFile {
    static func bytes(baseURL: String?) -> [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if let baseURL { text += "\nSitemap: \(Permalink.sitemap.address(at: baseURL))\n" }
        return Array(text.utf8)
    }
}
