import Casebook

extension Route {
    /// Every page, asset, image and data file of a site but those of the search, in no particular order.
    static func all(_ casebook: Casebook, _ listings: Listings, aliasCount: Int, assetCount: Int) -> [Route] {
        var routes: [Route] = [.home, .search, .comparisonIndex, .booklet, .notFound, .dataIndex, .llms, .llmsFull]
        routes += DataFile.allCases.map(Route.data)
        routes += listings.all.pages.indices.map { .cases(page: $0 + 1) }
        routes += casebook.cases.indices.map { .caseFile($0) }
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
        routes += casebook.pages.indices.map { .infoPage($0) }
        if !casebook.glossary.isEmpty { routes.append(.glossary) }
        routes += casebook.images.indices.map { .image($0) }
        routes += (0..<aliasCount).map { .redirect($0) }
        routes += (0..<assetCount).map { .asset($0) }
        return routes
    }

    /// The address of the route.
    func permalink(
        _ casebook: Casebook, aliases: [Alias], assets: [Permalink], searchFile: (Int) -> Permalink
    ) -> Permalink {
        let slug = { (term: Int) in casebook.taxonomies[casebook.settings.primary].terms[term].slug }
        return switch self {
        case .home: .home
        case .cases(let page): .cases(page: page)
        case .caseFile(let index): .caseFile(casebook.cases[index].id)
        case .terms(let taxonomy): .terms(folder: casebook.taxonomies[taxonomy].folder)
        case .term(let id, let page): casebook.permalink(of: id, page: page)
        case .unstated(let taxonomy, let page): .unstated(folder: casebook.taxonomies[taxonomy].folder, page: page)
        case .search: .search
        case .comparisonIndex: .comparisonIndex
        case .comparison(let term, let page): .comparison(slug: slug(term), page: page)
        case .booklet: .booklet
        case .bookletVolume(let term, let part): .bookletVolume(slug: slug(term), part: part)
        case .infoPage(let index): .infoPage(casebook.pages[index].slug)
        case .glossary: .glossary
        case .notFound: .notFound
        case .atomFeed: .atomFeed
        case .jsonFeed: .jsonFeed
        case .sitemap: .sitemap
        case .sitemapPart(let part): .sitemapPart(part)
        case .robots: .robots
        case .dataIndex: .dataIndex
        case .data(let file): file.link
        case .llms: .llms
        case .llmsFull: .llmsFull
        case .searchRoot: .searchRoot
        case .searchFile(let index): searchFile(index)
        case .noJekyll: .noJekyll
        case .redirect(let index): .alias(aliases[index].path)
        case .asset(let index): assets[index]
        case .image(let index): .image(casebook.images[index].path)
        }
    }
}

extension Casebook {
    /// The address of a page of a term.
    func permalink(of id: TermID, page: Int = 1) -> Permalink {
        .term(folder: taxonomies[id.taxonomy].folder, slug: self[id].slug, page: page)
    }
}
