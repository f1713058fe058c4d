import CasebookModel

extension Route {
    /// Returns whether search engines may list the page: all but those for missing and old addresses, drafts, withdrawn cases,
    /// and the pages whose number of addresses is unlimited: the search and readers' own lists.
    ///
    /// - Parameter cases: All cases of the casebook.
    func isIndexed(among cases: [Case]) -> Bool {
        switch self {
        case .home, .cases, .terms, .term, .unstated, .comparisonIndex, .comparison, .booklet, .bookletVolume, .infoPage,
            .glossary, .news, .dataIndex, .submission:
            true
        case .caseFile(let index): cases[index].status == .published
        case .search, .list, .notFound, .redirect, .asset, .image, .atomFeed, .termFeed, .jsonFeed, .sitemap, .sitemapPart,
            .robots,
            .noJekyll, .data, .llms, .llmsFull, .searchRoot, .searchFile, .edition:
            false
        }
    }

    /// Returns the day of the last change in the front matter of the page.
    func modified(_ casebook: Casebook) -> CalendarDate? {
        switch self {
        case .caseFile(let index): casebook.cases[index].latestDate
        case .infoPage(let index): casebook.pages[index].updated
        default: nil
        }
    }
}

extension Case {
    /// All terms of the case, in the order of the taxonomies.
    var termIDs: [TermID] {
        terms.enumerated().flatMap { taxonomy, terms in terms.map { TermID(taxonomy: taxonomy, term: $0) } }
    }
}
