import Casebook
import Diagnostics
import Templates

/// All pages of a site: a sorted list of routes, and what is needed to render any of them.
///
/// Rendering a route is a pure function of the plan: it reads no file and no clock and changes nothing, so routes may be rendered
/// in any order, on any number of threads, again and again.
public struct SitePlan: Sendable {
    /// In one place, so that handing the plan on counts one reference, not all that it holds.
    let contents: PlanContents

    /// Sorted by path. The first time this makes the files of the search, since their names follow from what they hold.
    public var routes: [Route] { contents.routes }
    /// The routes to all but the files of the search, sorted by path.
    public var pageRoutes: [Route] { contents.pageRoutes }
    public var casebook: Casebook { contents.casebook }
    /// The templates' assets as they were read, their paths below `templates/assets/`, sorted.
    public var assets: [SourceFile] { contents.assets }
    public var aliases: [Alias] { contents.aliases }
    /// Where the site will be, ending in `/`; nil when nothing may depend on it.
    public var baseURL: String? { contents.baseURL }

    var templates: TemplateLibrary { contents.templates }
    var relations: Relations { contents.relations }
    /// The cases that machines are told of: listed ones that are no drafts.
    var published: [Int] { contents.published }
    var listings: Listings { contents.listings }
    var shared: SharedObjects { contents.shared }
    var feeds: Feeds { contents.feeds }
    /// Nil without a base URL.
    var sitemap: Sitemap? { contents.sitemap }
    /// Nil without a base URL.
    var linkedData: StructuredData? { contents.linkedData }

    /// Plans the site of a casebook.
    ///
    /// - Parameters:
    ///   - templates: The compiled templates, found sound by `checkTemplates`.
    ///   - assets: The files below `templates/assets/`, their paths starting there.
    ///   - baseURL: Takes the place of the one in `casebook.yml`; ends in `/`.
    ///   - sitemapLimits: How much one sitemap file may hold.
    ///   - jobs: How many threads make what takes long. What is made is the same on any number.
    public init(
        casebook: Casebook, templates: TemplateLibrary, assets: [SourceFile], baseURL: String? = nil,
        sitemapLimits: SitemapLimits = SitemapLimits(), jobs: Int = 1
    ) {
        contents = PlanContents(
            casebook: casebook, templates: templates, assets: assets, baseURL: baseURL, sitemapLimits: sitemapLimits,
            jobs: jobs)
    }

    private init(contents: PlanContents) {
        self.contents = contents
    }

    /// The plan for another casebook, with the same templates and assets, and with as much of this plan kept as can be.
    public func following(_ casebook: Casebook) -> SitePlan {
        guard casebook.differsOnlyInWords(from: self.casebook) else {
            return SitePlan(
                casebook: casebook, templates: templates, assets: assets, baseURL: baseURL, jobs: contents.search.jobs)
        }
        return SitePlan(contents: PlanContents(contents, casebook: casebook))
    }

    /// How many cases readers find.
    public var caseCount: Int { relations.listed.count }

    /// The address of a route.
    public func permalink(of route: Route) -> Permalink {
        if case .caseFile(let index) = route { return permalink(ofCase: index) }
        return route.permalink(casebook, aliases: aliases, assets: shared.assetLinks, searchFile: contents.searchLink)
    }

    /// What is at a path below the site's root; nil when nothing is.
    ///
    /// O(log n) in the number of routes to pages.
    public func route(at path: String) -> Route? {
        var (low, high) = (0, pageRoutes.count)
        while low < high {
            let middle = (low + high) / 2
            let here = permalink(of: pageRoutes[middle]).path
            if here == path { return pageRoutes[middle] }
            if here < path { low = middle + 1 } else { high = middle }
        }
        return contents.searchFile(at: path)
    }

    /// The address of a case's page.
    func permalink(ofCase index: Int) -> Permalink {
        shared.caseLinks[index]
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
