import CasebookModel

/// The cases in the feeds: published ones, the latest first. A site has feeds only where its base URL is known.
struct FeedCases: Sendable {
    /// The most cases that a feed holds.
    static let limit = 50

    /// Cases with a date, which Atom requires; empty where the site has no Atom feed.
    let atom: [Int]
    /// Cases with a date, then those without; nil where the site has no JSON feed.
    let json: [Int]?

    init(_ casebook: Casebook, published: [Int], hasBaseURL: Bool) {
        guard hasBaseURL else {
            atom = []
            json = nil
            return
        }
        let newest = casebook.newest(published, by: \.latestDate, limit: Self.limit)
        atom = newest.filter { casebook.cases[$0].latestDate != nil }
        json = newest
    }

    /// The routes to the feeds that the site has.
    var routes: [Route] {
        (atom.isEmpty ? [] : [.atomFeed]) + (json == nil ? [] : [.jsonFeed])
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
