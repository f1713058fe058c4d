import Basics
import CasebookModel
import Diagnostics
import Search
import Templates

/// All files of a site: a sorted list of routes, and what is needed to render any of them.
///
/// Rendering a route is a pure function of the plan: it reads no file and no clock and changes nothing. So routes can be rendered in
/// any order, on any number of threads, and more than once.
public struct SitePlan: Sendable {
    // One reference, so that a copy of the plan is cheap.
    private let renderer: PageRenderer
    private let jobs: Int

    private var structure: SiteStructure { renderer.site.structure }

    /// Plans the site of a casebook.
    ///
    /// - Parameters:
    ///   - casebook: The valid content.
    ///   - templates: The compiled templates, without errors by ``check(_:assets:)``.
    ///   - assets: The files of `templates/assets/`, with paths relative to that folder.
    ///   - baseURL: Replaces the one in `casebook.yml`; ends in `/`.
    ///   - sitemapLimits: The limits of one sitemap file.
    ///   - glossaryUses: For each case, the words of the glossary that it uses (``glossaryUses``), if an earlier plan has found them.
    ///   - jobs: The number of threads for long work. The result is the same for any number.
    public init(
        casebook: Casebook, templates: TemplateLibrary, assets: [SourceFile], baseURL: String? = nil,
        sitemapLimits: SitemapLimits = SitemapLimits(), glossaryUses: [[Int]?] = [], jobs: Int = 1
    ) {
        let structure = SiteStructure(casebook, assets: assets, baseURL: baseURL, sitemapLimits: sitemapLimits)
        self.init(RenderContext(structure, templates: templates, glossaryUses: glossaryUses), jobs: jobs)
    }

    private init(_ site: RenderContext, after previous: SitePlan? = nil, jobs: Int) {
        self.jobs = jobs
        // The files of the search lead to these assets, not the pages.
        let scripts = ["finder-more.js", "finder-filters.js", "finder-pages.js"].map {
            site.structure.assetLink($0)?.path ?? ""
        }
        let cases = SearchableCases(site.casebook, cases: site.relations.listed, scripts: scripts) { [site] value, field in
            FieldValueView(value, of: field, site: site).text
        }
        renderer = PageRenderer(
            site,
            search: LazySearchFiles(
                cases, pageRoutes: site.structure.pageRoutes, after: previous?.renderer.search, jobs: jobs))
    }

    /// The bytes of a page that is at the address of another one while that is written or removed.
    public var standInPage: [UInt8] {
        StandInPage.bytes(language: casebook.settings.language, words: renderer.site.words)
    }

    /// Returns the plan for another casebook with the same templates and assets. It reuses as much of this plan as possible.
    public func following(_ casebook: Casebook) -> SitePlan {
        let site = renderer.site
        guard casebook.differsOnlyInWords(from: self.casebook) else {
            let structure = SiteStructure(casebook, assets: assets, baseURL: baseURL, sitemapLimits: SitemapLimits())
            return SitePlan(RenderContext(structure, templates: site.templates), after: self, jobs: jobs)
        }
        return SitePlan(
            RenderContext(site, structure: SiteStructure(structure, casebook: casebook)), after: self, jobs: jobs)
    }

    /// Returns a plan to show the page of one case as it would be. If there is a case with its id, nothing but its page is rebuilt: lists
    /// and relations stay as they are.
    package func showing(_ entry: Case) -> SitePlan {
        guard let index = casebook.caseIndex(id: entry.id) else { return following(casebook.adding(entry)) }
        let site = renderer.site
        let structure = SiteStructure(structure, casebook: casebook.replacing([(index, entry)]))
        return SitePlan(RenderContext(site, structure: structure), after: self, jobs: jobs)
    }

    /// The routes to all files but those of the search index, sorted by path.
    public var routes: [Route] { structure.pageRoutes }
    /// Returns the routes to all files, sorted by path.
    ///
    /// The first call builds the search index, since the paths of its files derive from their content.
    ///
    /// - Parameters:
    ///   - stored: The index of an earlier program for the same site, and whether the case at an index of the casebook is the same as
    ///     then. Everything except the cases was the same, and so was the program.
    ///   - store: Called with the index, if the site has one and this call built it, for the next program.
    public func allRoutes(
        reusing stored: (index: SearchIndex, isUnchanged: (Int) -> Bool)? = nil, storing store: (SearchIndex) -> Void = { _ in }
    ) -> [Route] {
        renderer.search.value(stored, storing: store).routes
    }
    public var casebook: Casebook { structure.casebook }
    /// For each case of the casebook, the words of the glossary that it uses, ascending. O(length of all cases) at the first call, unless
    /// they are known.
    public var glossaryUses: [[Int]] { renderer.site.glossaryUses.words }
    /// The templates' assets, sorted by path; their paths are relative to `templates/assets/`.
    public var assets: [SourceFile] { structure.assets }
    public var aliases: [Alias] { structure.aliases }
    /// The address of the site, ending in `/`; nil where it is unknown.
    public var baseURL: String? { structure.baseURL }
    /// How many cases readers find.
    public var caseCount: Int { renderer.site.caseCount }
    /// What the site lacks because the content does not state something.
    public var omissions: [SiteOmission] {
        let aboutAddresses: [SiteOmission] =
            baseURL == nil ? [.addresses] : structure.feeds.atom.isEmpty ? [.atomFeed] : []
        return (casebook.leavesOutDrafts ? [.drafts] : []) + aboutAddresses
            + (casebook.settings.contact == nil ? [.contact] : [])
    }

    /// Returns the routes to the files of an edition, one per volume, also if the site does not offer it.
    public func routes(to edition: Edition) -> [Route] {
        structure.editionVolumes.map { structure.route(to: edition, $0) }
    }

    /// Returns the address of a route.
    public func permalink(of route: Route) -> Permalink { structure.permalink(of: route) }

    /// Returns the route to the file at a path below the site's root; nil if there is no such file.
    ///
    /// O(log n) in the number of routes to pages.
    public func route(at path: String) -> Route? {
        let index = routes.partitioningIndex { permalink(of: $0).path >= path }
        if index < routes.count, permalink(of: routes[index]).path == path { return routes[index] }
        return path.hasPrefix(Permalink.searchFolder) ? renderer.search.value.route(at: path) : nil
    }

    /// Returns whether the file of a route shows a case that changed.
    ///
    /// - Parameters:
    ///   - changed: For each case of the casebook, whether its words changed.
    ///   - route: The route of the file.
    public func shows(_ changed: [Bool], on route: Route) -> Bool { structure.shows(changed, on: route) }

    /// Renders a route. The same route of the same plan always gives the same bytes.
    ///
    /// - Throws: If partials call each other too deep, which ``check(_:assets:)`` reports before.
    public func render(_ route: Route) throws(RenderingError) -> Page { try renderer.render(route) }

    /// Returns the problems of the texts of the interface: those that this module needs and that do not exist, and those that nothing uses.
    ///
    /// - Parameters:
    ///   - templates: The templates with their texts.
    ///   - used: The keys of the texts in scripts and style sheets.
    ///   - reportsUnused: Whether texts that nothing uses are reported.
    public static func checkStrings(
        _ templates: TemplateLibrary, usedByAssets used: Set<String>, reportsUnused: Bool
    ) -> [Diagnostic] {
        SiteWords.check(templates, usedByAssets: used, reportsUnused: reportsUnused)
    }

    /// Returns all problems of the templates: for each layout, the names that it uses and that do not exist.
    public static func check(_ templates: TemplateLibrary, assets: [SourceFile]) -> [Diagnostic] {
        let siteFrame = Layout.siteFrameShape(assets: assets)
        // Only editions need the layout of books, so older copies of the templates do without it.
        let layouts = Layout.allCases.filter { $0 != .book || templates.layoutNames.contains($0.rawValue) }
        return templates.check(
            layouts.map { layout in
                (layout: layout.rawValue, shapes: [siteFrame, layout.innerFrameShape, layout.shape])
            })
    }

    /// Returns every name that each layout can use, with its kind.
    public static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        Layout.listOfNames(assets: assets, in: language)
    }
}
