import Casebook
import Diagnostics
import Templates

/// All pages of a site: a sorted list of routes, and what is needed to render any of them.
///
/// Rendering a route is a pure function of the plan: it reads no file and no clock and changes nothing, so routes may be rendered
/// in any order, on any number of threads, again and again.
public struct SitePlan: Sendable {
    /// Sorted by path.
    public let routes: [Route]
    public let casebook: Casebook
    /// The templates' assets as they were read, their paths below `templates/assets/`, sorted.
    public let assets: [SourceFile]
    public let aliases: [Alias]
    /// Where the site will be, ending in `/`; nil when nothing may depend on it.
    public let baseURL: String?

    let templates: TemplateLibrary
    let relations: Relations
    /// The cases that machines are told of: listed ones that are no drafts.
    let published: [Int]
    let listings: Listings
    let shared: SharedObjects
    let feeds: Feeds
    /// Nil without a base URL.
    let sitemap: Sitemap?
    let frameShape: ContextShape<FrameView>

    /// Plans the site of a casebook.
    ///
    /// - Parameters:
    ///   - templates: The compiled templates, found sound by `checkTemplates`.
    ///   - assets: The files below `templates/assets/`, their paths starting there.
    ///   - baseURL: Takes the place of the one in `casebook.yml`; ends in `/`.
    ///   - sitemapLimits: How much one sitemap file may hold.
    public init(
        casebook: Casebook, templates: TemplateLibrary, assets: [SourceFile], baseURL: String? = nil,
        sitemapLimits: SitemapLimits = SitemapLimits()
    ) {
        let baseURL = baseURL ?? casebook.settings.baseURL
        let assets = assets.sorted { $0.path < $1.path }
        let relations = Relations(casebook)
        let listings = Listings(casebook, relations)
        let assetAddresses = AssetAddresses(assets)
        let aliases = Alias.all(of: casebook)
        self.casebook = casebook
        self.templates = templates
        self.assets = assets
        self.relations = relations
        let published = relations.listed.filter { casebook.cases[$0].status == .published }
        self.published = published
        self.listings = listings
        self.aliases = aliases
        self.baseURL = baseURL
        frameShape = FrameView.shape(assets: assetAddresses.object.shape)
        let feeds = Feeds(casebook, published: published, hasBaseURL: baseURL != nil)
        self.feeds = feeds
        shared = SharedObjects(
            casebook, relations, assets: assetAddresses, baseURL: baseURL,
            feeds: feeds.views(title: casebook.settings.title))
        let withPath = { (route: Route) in
            (path: route.permalink(casebook, aliases: aliases, assets: assetAddresses.links).path, route: route)
        }
        var routes = Route.all(casebook, listings, aliasCount: aliases.count, assetCount: assets.count).map(withPath)
            .sorted { $0.path < $1.path }
        let sitemap = baseURL.map {
            Sitemap(routes.filter { $0.route.isIndexed(casebook) }, baseURL: $0, limits: sitemapLimits)
        }
        self.sitemap = sitemap
        routes += ([.robots, .noJekyll] + feeds.routes + (sitemap?.routesOfFiles ?? [])).map(withPath)
        self.routes = routes.sorted { $0.path < $1.path }.map(\.route)
    }

    /// How many cases readers find.
    public var caseCount: Int { relations.listed.count }

    /// The address of a route.
    public func permalink(of route: Route) -> Permalink {
        route.permalink(casebook, aliases: aliases, assets: shared.assetLinks)
    }

    /// The address of a case's page.
    func permalink(ofCase index: Int) -> Permalink {
        .caseFile(casebook.cases[index].id)
    }
}

/// An old address and where it leads.
public struct Alias: Sendable, Hashable {
    public let path: String
    public let target: Permalink
    let title: String

    /// All old addresses that the cases and pages of a casebook name.
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
