import Basics
import CasebookModel
import Diagnostics

/// The pages of a site, their addresses, and the lists of cases on them.
///
/// It knows which pages exist and which cases each shows, but not how a page looks.
final class SiteStructure: Sendable {
    let casebook: Casebook
    /// The assets that only the page has on which people write a case. Without a contact there is no such page.
    private static let submissionAssets = ["rules.js", "submit.css", "submit.js"]

    /// The assets that only the pages of easy-language versions have.
    private static let easyTextAssets = ["easy.css"]

    /// The templates' assets, sorted by path.
    let assets: [SourceFile]
    let aliases: [Alias]
    /// The address of the site, ending in `/`; nil where it is unknown.
    let baseURL: String?
    let relations: Relations
    /// The cases in feeds, data files and texts: listed ones that are no drafts.
    let published: [Int]
    let listings: Listings
    /// The volumes of the editions.
    let editionVolumes: [EditionVolume]
    let feeds: FeedCases
    let news: NewsListing
    /// Nil without a base URL.
    let sitemap: SitemapParts?
    /// The routes to all files but those of the search index, sorted by path.
    let pageRoutes: [Route]
    /// For each case, the address of its page.
    let caseLinks: [Permalink]
    /// For each asset, its address.
    let assetLinks: [Permalink]

    /// Finds the pages of a casebook.
    ///
    /// - Parameters:
    ///   - casebook: The cases, terms and pages.
    ///   - assets: The files of `templates/assets/`.
    ///   - baseURL: Replaces the one in `casebook.yml`.
    ///   - sitemapLimits: The limits of one sitemap file.
    init(_ casebook: Casebook, assets: [SourceFile], baseURL: String?, sitemapLimits: SitemapLimits) {
        self.casebook = casebook
        self.assets = assets.sorted { $0.path < $1.path }
        self.baseURL = baseURL ?? casebook.settings.baseURL
        aliases = Alias.all(of: casebook)
        relations = Relations(casebook)
        published = relations.listed.filter { casebook.cases[$0].status == .published }
        listings = Listings(casebook, relations)
        editionVolumes = EditionVolume.all(casebook, published: published)
        news = NewsListing(casebook)
        feeds = FeedCases(casebook, published: published, hasBaseURL: self.baseURL != nil)
        caseLinks = casebook.cases.map { .caseFile($0.id) }
        assetLinks = self.assets.map { .asset($0.path, hash: ContentHash($0.bytes)) }

        let (aliases, caseLinks, assetLinks) = (aliases, caseLinks, assetLinks)
        // The style of books is part of them, and no page uses it.
        let unused =
            [EditionVolume.stylePath] + (casebook.settings.contact == nil ? Self.submissionAssets : [])
            + (casebook.easyTexts.isEmpty ? Self.easyTextAssets : [])
            + (casebook.settings.hasFurigana ? [] : [FuriganaAssets.style, FuriganaAssets.script])
        let publishedAssets = self.assets.enumerated().filter { !unused.contains($0.element.path) }.map(\.offset)
        let withPath = { (route: Route) in
            (path: route.permalink(casebook, aliases: aliases, cases: caseLinks, assets: assetLinks).path, route: route)
        }
        var routes = Route.pages(
            casebook, listings, news, editions: editionVolumes, aliasCount: aliases.count, assets: publishedAssets
        )
        .map(withPath).sorted { $0.path < $1.path }
        let sitemap = self.baseURL.map {
            SitemapParts(routes.filter { $0.route.isIndexed(in: casebook) }, baseURL: $0, limits: sitemapLimits)
        }
        self.sitemap = sitemap
        routes += ([.robots, .noJekyll, .searchRoot] + feeds.routes + feeds.termRoutes + (sitemap?.fileRoutes ?? [])).map(
            withPath)
        pageRoutes = routes.sorted { $0.path < $1.path }.map(\.route)
    }

    /// The structure for a casebook that differs from another's only in the words of its cases.
    init(_ other: SiteStructure, casebook: Casebook) {
        self.casebook = casebook
        assets = other.assets
        // An alias holds the title of its case.
        aliases = Alias.all(of: casebook)
        baseURL = other.baseURL
        relations = other.relations
        published = other.published
        listings = other.listings
        editionVolumes = other.editionVolumes
        feeds = other.feeds
        news = other.news
        sitemap = other.sitemap
        pageRoutes = other.pageRoutes
        caseLinks = other.caseLinks
        assetLinks = other.assetLinks
    }

    /// Returns the address of a route.
    func permalink(of route: Route) -> Permalink {
        route.permalink(casebook, aliases: aliases, cases: caseLinks, assets: assetLinks)
    }

    /// Returns the address of an asset by its path below `templates/assets/`; nil if there is none.
    func assetLink(_ path: String) -> Permalink? {
        assets.firstIndex { $0.path == path }.map { assetLinks[$0] }
    }

    /// For each taxonomy and term, how many published cases have it. O(cases).
    var publishedCounts: [[Int]] {
        var counts = casebook.taxonomies.map { [Int](repeating: 0, count: $0.terms.count) }
        for index in published {
            for (taxonomy, terms) in casebook.cases[index].terms.enumerated() {
                for term in terms { counts[taxonomy][term] += 1 }
            }
        }
        return counts
    }
}

/// An old address and the page that it leads to.
public struct Alias: Sendable, Hashable {
    public let path: String
    public let target: Permalink
    let title: String

    /// All old addresses in the front matter of a casebook.
    static func all(of casebook: Casebook) -> [Alias] {
        var aliases: [Alias] = []
        for entry in casebook.cases {
            aliases += entry.aliases.map { Alias(path: $0, target: .caseFile(entry.id), title: entry.title) }
        }
        for page in casebook.pages {
            aliases += page.aliases.map { Alias(path: $0, target: .infoPage(page.slug), title: page.title) }
        }
        return aliases
    }
}
