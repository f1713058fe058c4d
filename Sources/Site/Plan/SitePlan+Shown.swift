import Casebook

/// What pages depend on, for builds that render only what an edit changed.
///
/// Which cases a page shows follows from the casebook's structure: ids, states, terms, named relations and old addresses. So while
/// that and everything that is no case stay as they were, a page changes only when the words of a case that it shows do.
extension Casebook {
    /// A hash of the structure of the cases.
    public var structure: UInt64 {
        var hash = ContentHash()
        for entry in cases {
            hash.update(entry.id)
            hash.update(entry.status.rawValue)
            for terms in entry.terms {
                hash.update(terms.count)
                for term in terms { hash.update(term) }
            }
            for list in [entry.related, entry.aliases] {
                hash.update(list.count)
                for text in list { hash.update(text) }
            }
        }
        return hash.value
    }

    /// Whether the casebook was made of another and has the same structure and the same dates, so that all its lists and addresses
    /// are the same.
    func differsOnlyInWords(from other: Casebook) -> Bool {
        differsOnlyInCases(from: other)
            && zip(cases, other.cases).allSatisfy { new, old in
                new === old
                    || new.id == old.id && new.status == old.status && new.terms == old.terms && new.related == old.related
                        && new.aliases == old.aliases && new.published == old.published && new.updated == old.updated
            }
    }
}

extension SitePlan {
    /// Whether a route shows any of some cases.
    ///
    /// O(cases on the page), and for a case what finding its related ones takes.
    ///
    /// - Parameter changed: For each case of the casebook, whether its words changed.
    public func shows(_ changed: [Bool], on route: Route) -> Bool {
        switch route {
        case .home, .booklet, .glossary, .atomFeed, .jsonFeed, .sitemap, .sitemapPart, .llmsFull, .redirect,
            .searchRoot:
            true
        case .data(let file): file == .cases || file == .collection
        case .caseFile(let index): changed[index] || linkedCases(of: index).contains { changed[$0] }
        case .cases(let page): listings.all.shows(changed, onPage: page)
        case .term(let id, let page): listings.terms[id.taxonomy][id.term].shows(changed, onPage: page)
        case .unstated(let taxonomy, let page): listings.unstated[taxonomy]?.shows(changed, onPage: page) ?? false
        case .comparison(let term, let page): listings.comparisons[term][page - 1].contains { changed[$0] }
        case .bookletVolume(let term, let part): listings.volumes[term][part - 1].contains { changed[$0] }
        // Files of the search are named by what they hold.
        case .terms, .search, .comparisonIndex, .infoPage, .notFound, .robots, .dataIndex, .llms, .noJekyll, .asset, .image,
            .searchFile:
            false
        }
    }
}

extension CaseListing {
    fileprivate func shows(_ changed: [Bool], onPage page: Int) -> Bool {
        pages[page - 1].contains { group in group.cases.contains { changed[$0] } }
    }
}
