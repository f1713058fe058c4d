import CasebookModel

/// A file of the site, as a value: which page of which kind. Indices are those of the casebook; pages of a list are counted from 1.
public enum Route: Sendable, Hashable {
    case home
    case cases(page: Int)
    case caseFile(Int)
    /// The easy-language version of a case, by its index in `Casebook.easyTexts`.
    case easyText(Int)
    /// The list of all easy-language versions.
    case easyTexts(page: Int)
    case terms(taxonomy: Int)
    case term(TermID, page: Int)
    case unstated(taxonomy: Int, page: Int)
    /// The page to search cases by words and filters.
    case search
    /// The page of a reader's own list of cases, which the address names.
    case list
    /// The page on which people write a case to send in.
    case submission
    case comparisonIndex
    /// The cases of a primary term side by side.
    case comparison(term: Int, page: Int)
    /// What forms of the collection there are besides its pages.
    case editions
    case booklet
    /// The cases of a primary term, where the collection is too large for one booklet.
    case bookletVolume(term: Int, part: Int)
    /// A volume of an edition: of a primary term, or of the whole collection.
    case edition(Edition, term: Int?, part: Int)
    case infoPage(Int)
    /// The words that some readers may not know.
    case glossary
    case notFound
    /// Which cases were published, updated and withdrawn.
    case news(page: Int)
    /// The newest cases as an Atom feed.
    case atomFeed
    /// The newest cases of a term as an Atom feed.
    case termFeed(TermID)
    /// The newest cases as a JSON Feed.
    case jsonFeed
    /// The addresses of all pages for search engines, or of the parts that name them.
    case sitemap
    /// A part of a sitemap that is too large for one file, counted from 1.
    case sitemapPart(Int)
    /// `robots.txt`: what crawlers may read.
    case robots
    /// The page that describes the files of open data.
    case dataIndex
    case data(DataFile)
    /// `llms.txt`: what the site is and where its pages are, for language models.
    case llms
    /// `llms-full.txt`: every case in full, for language models.
    case llmsFull
    /// The search file that the search page loads first.
    case searchRoot
    /// Another file of the search index, by its position among them. Its path derives from its content.
    case searchFile(Int, path: String)
    /// The empty file that makes GitHub Pages publish all files.
    case noJekyll
    /// An old address, by its index in `SitePlan.aliases`.
    case redirect(Int)
    /// A template's asset, by its index in `SitePlan.assets`.
    case asset(Int)
    /// An image of the content, by its index in `Casebook.images`.
    case image(Int)
    /// A page, or the file of an edition, with the readings of all kanji.
    indirect case furigana(Route)
}

extension Route {
    /// The routes to all pages, assets, images and data files of a site, in no particular order.
    static func pages(
        _ casebook: Casebook, _ listings: Listings, _ news: NewsListing, editions: [EditionVolume], aliasCount: Int,
        assets: [Int]
    ) -> [Route] {
        var routes: [Route] = [
            .home, .search, .list, .comparisonIndex, .editions, .booklet, .notFound, .dataIndex, .llms, .llmsFull,
        ]
        routes += DataFile.allCases.map(Route.data)
        routes += listings.all.pages.indices.map { .cases(page: $0 + 1) }
        routes += casebook.cases.indices.map { .caseFile($0) }
        routes += casebook.easyTexts.indices.map { .easyText($0) }
        if let listing = listings.easy { routes += listing.pages.indices.map { .easyTexts(page: $0 + 1) } }
        for (taxonomy, terms) in listings.terms.enumerated() {
            routes.append(.terms(taxonomy: taxonomy))
            for (term, listing) in terms.enumerated() {
                let id = TermID(taxonomy: taxonomy, term: term)
                routes += listing.pages.indices.map { .term(id, page: $0 + 1) }
            }
            if let listing = listings.unstated[taxonomy] {
                routes += listing.pages.indices.map { .unstated(taxonomy: taxonomy, page: $0 + 1) }
            }
        }
        for (term, pages) in listings.comparisons.enumerated() {
            routes += pages.indices.map { .comparison(term: term, page: $0 + 1) }
        }
        for (term, parts) in listings.volumes.enumerated() {
            routes += parts.indices.map { .bookletVolume(term: term, part: $0 + 1) }
        }
        routes += casebook.settings.editions.flatMap { edition in
            editions.map { .edition(edition, term: $0.term, part: $0.part) }
        }
        routes += casebook.pages.indices.map { .infoPage($0) }
        if !casebook.glossary.isEmpty { routes.append(.glossary) }
        if casebook.settings.contact != nil { routes.append(.submission) }
        routes += news.pages.indices.map { .news(page: $0 + 1) }
        routes += casebook.usedImages.map { .image($0) }
        if casebook.settings.hasFurigana { routes += routes.filter(\.canHaveFurigana).map(Route.furigana) }
        routes += (0..<aliasCount).map { .redirect($0) }
        routes += assets.map { .asset($0) }
        return routes
    }

    /// The address of the route.
    ///
    /// - Parameters:
    ///   - casebook: The casebook of the route.
    ///   - aliases: The old addresses of pages.
    ///   - cases: For each case, its address.
    ///   - assets: For each asset, its address.
    func permalink(_ casebook: Casebook, aliases: [Alias], cases: [Permalink], assets: [Permalink]) -> Permalink {
        let slug = { (term: Int) in casebook.taxonomies[casebook.settings.primary].terms[term].slug }
        return switch self {
        case .home: .home
        case .cases(let page): .cases(page: page)
        case .caseFile(let index): cases[index]
        case .easyText(let index): .easyText(casebook.cases[casebook.easyTexts[index].caseIndex].id)
        case .easyTexts(let page): .easyTexts(page: page)
        case .terms(let taxonomy): .terms(folder: casebook.taxonomies[taxonomy].folder)
        case .term(let id, let page): casebook.permalink(of: id, page: page)
        case .unstated(let taxonomy, let page): .unstated(folder: casebook.taxonomies[taxonomy].folder, page: page)
        case .search: .search
        case .list: .list
        case .submission: .submission
        case .comparisonIndex: .comparisonIndex
        case .comparison(let term, let page): .comparison(slug: slug(term), page: page)
        case .editions: .editions
        case .booklet: .booklet
        case .bookletVolume(let term, let part): .bookletVolume(slug: slug(term), part: part)
        case .edition(let edition, let term, let part): .edition(edition, slug: term.map(slug), part: part)
        case .infoPage(let index): .infoPage(casebook.pages[index].slug)
        case .glossary: .glossary
        case .notFound: .notFound
        case .news(let page): .news(page: page)
        case .atomFeed: .atomFeed
        case .termFeed(let id): casebook.feedLink(of: id)
        case .jsonFeed: .jsonFeed
        case .sitemap: .sitemap
        case .sitemapPart(let part): .sitemapPart(part)
        case .robots: .robots
        case .dataIndex: .dataIndex
        case .data(let file): file.link
        case .llms: .llms
        case .llmsFull: .llmsFull
        case .searchRoot: .searchRoot
        case .searchFile(_, let path): .searchFile(path)
        case .noJekyll: .noJekyll
        case .redirect(let index): .alias(aliases[index].path)
        case .asset(let index): assets[index]
        case .image(let index): .image(casebook.images[index].path)
        case .furigana(let route):
            .furigana(route.permalink(casebook, aliases: aliases, cases: cases, assets: assets), isFile: route.isFile)
        }
    }
}

extension Route {
    /// The route without readings; the route itself for all others.
    public var withoutFurigana: Route { if case .furigana(let route) = self { route } else { self } }

    /// Whether the furigana edition has the route: pages to read, the search that finds them, and the files of the editions.
    ///
    /// Not in it are pages that a script fills, pages to write on and to print, and files for programs.
    var canHaveFurigana: Bool {
        switch self {
        case .home, .cases, .caseFile, .easyText, .easyTexts, .terms, .term, .unstated, .search, .comparisonIndex, .comparison,
            .infoPage, .glossary,
            .news,
            .edition:
            true
        case .list, .submission, .editions, .booklet, .bookletVolume, .notFound, .atomFeed, .termFeed, .jsonFeed, .sitemap,
            .sitemapPart,
            .robots,
            .dataIndex, .data, .llms, .llmsFull, .searchRoot, .searchFile, .noJekyll, .redirect, .asset, .image, .furigana:
            false
        }
    }

    /// Whether the route is a file that readers keep, apart from the site.
    private var isFile: Bool { if case .edition = self { true } else { false } }
}

extension Casebook {
    /// The address of a page of a term.
    func permalink(of id: TermID, page: Int = 1) -> Permalink {
        .term(folder: taxonomies[id.taxonomy].folder, slug: taxonomies[id.taxonomy].terms[id.term].slug, page: page)
    }

    /// The address of the feed of a term.
    func feedLink(of id: TermID) -> Permalink {
        .termFeed(folder: taxonomies[id.taxonomy].folder, slug: taxonomies[id.taxonomy].terms[id.term].slug)
    }
}
