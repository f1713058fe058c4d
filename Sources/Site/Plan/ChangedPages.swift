import CasebookModel

// Which cases a page shows follows from the facts of the cases (``CaseFacts``). While the facts and everything besides the cases are
// unchanged, a page changes only when the words of a case on it change. A build uses this to render only the pages that an edit
// changed.

extension SiteStructure {
    /// Returns whether the file of a route shows a case that changed.
    ///
    /// O(cases on the page); for the page of a case, additionally the time to find its related cases.
    ///
    /// - Parameters:
    ///   - changed: For each case of the casebook, whether its words changed.
    ///   - route: The route of the page.
    func shows(_ changed: [Bool], on route: Route) -> Bool {
        switch route {
        case .home, .booklet, .glossary, .atomFeed, .jsonFeed, .sitemap, .sitemapPart, .llmsFull, .redirect,
            .searchRoot:
            true
        case .data(let file): file == .cases || file == .collection
        case .caseFile(let index): changed[index]
        case .cases(let page): listings.all.shows(changed, onPage: page)
        case .term(let id, let page): listings.terms[id.taxonomy][id.term].shows(changed, onPage: page)
        case .unstated(let taxonomy, let page): listings.unstated[taxonomy]?.shows(changed, onPage: page) ?? false
        case .comparison(let term, let page): listings.comparisons[term][page - 1].contains { changed[$0] }
        // The page says how large the files of the editions are.
        case .bookletVolume(let term, let part):
            listings.volumes[term][part - 1].contains { changed[$0] }
                || !casebook.settings.editions.isEmpty && editionShows(changed, term: term, part: part)
        // As for the booklet. Volumes are listed without their sizes.
        case .editions: !casebook.settings.editions.isEmpty && editionVolumes.contains { $0.term == nil }
        case .edition(_, let term, let part): editionShows(changed, term: term, part: part)
        case .furigana(let route): shows(changed, on: route)
        case .termFeed(let id): feeds.terms[id.taxonomy][id.term].contains { changed[$0] }
        // The news and the pages of easy-language versions show only facts of cases. The name of a search file derives from its content.
        case .easyText, .easyTexts, .terms, .search, .list, .submission, .comparisonIndex, .infoPage, .news, .notFound, .robots,
            .dataIndex, .llms,
            .noJekyll,
            .asset, .image, .searchFile:
            false
        }
    }
}

extension CaseListing {
    fileprivate func shows(_ changed: [Bool], onPage page: Int) -> Bool {
        pages[page - 1].contains { group in group.cases.contains { changed[$0] } }
    }
}
