import CasebookModel

extension Route {
    /// Returns whether search engines may list the page: all but those for missing and old addresses, drafts, withdrawn cases,
    /// and the pages whose number of addresses is unlimited: the search and readers' own lists.
    ///
    /// - Parameter casebook: The casebook of the route.
    func isIndexed(in casebook: Casebook) -> Bool {
        let (cases, texts) = (casebook.cases, casebook.easyTexts)
        return switch self {
        case .home, .cases, .easyTexts, .terms, .term, .unstated, .comparisonIndex, .comparison, .editions, .booklet,
            .bookletVolume,
            .infoPage,
            .glossary, .news, .dataIndex, .submission:
            true
        case .caseFile(let index): cases[index].status == .published
        case .easyText(let index): cases[texts[index].caseIndex].status == .published
        case .search, .list, .notFound, .redirect, .asset, .image, .atomFeed, .termFeed, .jsonFeed, .sitemap, .sitemapPart,
            .robots,
            .noJekyll, .data, .llms, .llmsFull, .searchRoot, .searchFile, .edition, .furigana:
            false
        }
    }

    /// Returns the day of the last change in the front matter of the page.
    func modified(_ casebook: Casebook) -> CalendarDate? {
        switch self {
        case .caseFile(let index): casebook.cases[index].latestDate
        case .easyText(let index): casebook.easyTexts[index].updated
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
