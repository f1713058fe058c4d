import Casebook

extension Route {
    /// Whether the route is a page that search engines may name: not one for missing or old addresses, nor a draft or a
    /// withdrawn case, nor the search, whose addresses are without end.
    func isIndexed(_ casebook: Casebook) -> Bool {
        switch self {
        case .home, .cases, .terms, .term, .unstated, .comparisonIndex, .comparison, .booklet, .bookletVolume, .infoPage,
            .glossary, .dataIndex:
            true
        case .caseFile(let index): casebook.cases[index].status == .published
        case .search, .notFound, .redirect, .asset, .image, .atomFeed, .jsonFeed, .sitemap, .sitemapPart, .robots,
            .noJekyll, .data, .llms, .llmsFull, .searchRoot, .searchFile:
            false
        }
    }

    /// The day on which the page last changed, as its front matter says.
    func modified(_ casebook: Casebook) -> CalendarDate? {
        switch self {
        case .caseFile(let index): casebook.cases[index].latestDate
        case .infoPage(let index): casebook.pages[index].updated
        default: nil
        }
    }
}

extension Case {
    /// The day of the last change that readers are told, else that of publication.
    var latestDate: CalendarDate? { updated ?? published }

    /// The terms by taxonomy, in their order.
    var termIDs: [TermID] {
        terms.enumerated().flatMap { taxonomy, terms in terms.map { TermID(taxonomy: taxonomy, term: $0) } }
    }
}
