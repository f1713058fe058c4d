import Casebook
import Diagnostics
import Markdown
import Search
import Templates

/// What a plan holds: everything that rendering shares. ``SitePlan`` says what each part is.
final class PlanContents: Sendable {
    let pageRoutes: [Route]
    let search: LazySearchFiles
    let casebook: Casebook
    let assets: [SourceFile]
    let aliases: [Alias]
    let baseURL: String?
    let templates: TemplateLibrary
    let relations: Relations
    let published: [Int]
    let listings: Listings
    let shared: SharedObjects
    /// For each case, its card.
    let cards: LazyObjects
    /// Finds the words of the glossary; nil without one.
    let words: WordFinder?
    let buffers = BufferPool()
    let feeds: Feeds
    let sitemap: Sitemap?
    let linkedData: StructuredData?

    init(
        casebook: Casebook, templates: TemplateLibrary, assets: [SourceFile], baseURL: String?, sitemapLimits: SitemapLimits,
        jobs: Int
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
        let feeds = Feeds(casebook, published: published, hasBaseURL: baseURL != nil)
        self.feeds = feeds
        shared = SharedObjects(
            casebook, relations, assets: assetAddresses, baseURL: baseURL,
            feeds: feeds.views(title: casebook.settings.title))
        words = casebook.glossary.isEmpty ? nil : casebook.wordFinder
        cards = LazyObjects(count: casebook.cases.count)
        let caseLinks = shared.caseLinks
        let withPath = { (route: Route) in
            if case .caseFile(let index) = route { return (path: caseLinks[index].path, route: route) }
            let link = route.permalink(casebook, aliases: aliases, assets: assetAddresses.links) { _ in .searchRoot }
            return (path: link.path, route: route)
        }
        var routes = Route.all(casebook, listings, aliasCount: aliases.count, assetCount: assets.count).map(withPath)
            .sorted { $0.path < $1.path }
        let sitemap = baseURL.map {
            Sitemap(routes.filter { $0.route.isIndexed(casebook) }, baseURL: $0, limits: sitemapLimits)
        }
        self.sitemap = sitemap
        linkedData = baseURL.map { StructuredData(casebook, baseURL: $0) }
        routes += ([.robots, .noJekyll, .searchRoot] + feeds.routes + (sitemap?.routesOfFiles ?? [])).map(withPath)
        pageRoutes = routes.sorted { $0.path < $1.path }.map(\.route)
        search = LazySearchFiles(SearchableCollection(casebook, cases: relations.listed), pageRoutes: pageRoutes, jobs: jobs)
    }

    /// The contents for a casebook in which nothing but words of cases differs.
    init(_ other: PlanContents, casebook: Casebook) {
        pageRoutes = other.pageRoutes
        search = LazySearchFiles(
            SearchableCollection(casebook, cases: other.relations.listed), pageRoutes: other.pageRoutes, jobs: other.search.jobs
        )
        self.casebook = casebook
        assets = other.assets
        aliases = Alias.all(of: casebook)
        baseURL = other.baseURL
        templates = other.templates
        relations = other.relations
        published = other.published
        listings = other.listings
        shared = other.shared
        words = other.words
        cards = LazyObjects(count: casebook.cases.count)
        feeds = other.feeds
        sitemap = other.sitemap
        linkedData = baseURL.map { StructuredData(casebook, baseURL: $0) }
    }
}
