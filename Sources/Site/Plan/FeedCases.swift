import CasebookModel

/// The cases in the feeds: published ones, the latest first. A site has feeds only where its base URL is known.
struct FeedCases: Sendable {
    /// The most cases that a feed holds.
    static let limit = 50

    /// Cases with a date, which Atom requires; empty where the site has no Atom feed.
    let atom: [Int]
    /// Cases with a date, then those without; nil where the site has no JSON feed.
    let json: [Int]?
    /// For each taxonomy and term, its cases with a date; empty where the term has no feed.
    let terms: [[[Int]]]

    init(_ casebook: Casebook, published: [Int], hasBaseURL: Bool) {
        guard hasBaseURL else {
            atom = []
            json = nil
            terms = casebook.taxonomies.map { $0.terms.map { _ in [] } }
            return
        }
        let newest = casebook.newest(published, by: \.latestDate, limit: Self.limit)
        atom = newest.filter { casebook.cases[$0].latestDate != nil }
        json = newest
        let dated = published.filter { casebook.cases[$0].latestDate != nil }
        terms = Self.byTerm(casebook.newest(dated, by: \.latestDate, limit: dated.count), in: casebook)
    }

    /// Returns the first cases of each term. O(cases + terms).
    private static func byTerm(_ cases: [Int], in casebook: Casebook) -> [[[Int]]] {
        var found = casebook.taxonomies.map { [[Int]](repeating: [], count: $0.terms.count) }
        for index in cases {
            for (taxonomy, terms) in casebook.cases[index].terms.enumerated() {
                for term in terms where found[taxonomy][term].count < limit { found[taxonomy][term].append(index) }
            }
        }
        return found
    }

    /// Whether a term has a feed.
    func hasFeed(_ id: TermID) -> Bool { !terms[id.taxonomy][id.term].isEmpty }

    /// The routes to the feeds that the site has.
    var routes: [Route] {
        (atom.isEmpty ? [] : [.atomFeed]) + (json == nil ? [] : [.jsonFeed])
    }

    /// The routes to the feeds of terms.
    var termRoutes: [Route] {
        terms.enumerated().flatMap { taxonomy, terms in
            terms.indices.map { TermID(taxonomy: taxonomy, term: $0) }.filter(hasFeed).map { .termFeed($0) }
        }
    }
}

extension Casebook {
    /// Returns the newest of some cases: those with a date first, the latest at the start; then those without a date. Cases of
    /// the same date, and cases without one, are in descending order of their ids. O(cases × log cases).
    ///
    /// - Parameter cases: In the casebook's order.
    func newest(_ cases: [Int], by date: (Case) -> CalendarDate?, limit: Int) -> [Int] {
        var dated: [(date: CalendarDate, index: Int)] = []
        var undated: [Int] = []
        for index in cases {
            if let date = date(self.cases[index]) { dated.append((date, index)) } else { undated.append(index) }
        }
        dated.sort { ($0.date, $0.index) > ($1.date, $1.index) }
        return (dated.prefix(limit).map(\.index) + undated.reversed().prefix(limit)).prefix(limit).map { $0 }
    }
}
