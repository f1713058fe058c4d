import Casebook

/// The cases that the feeds hold: published ones only, the latest first. There are feeds only where the base URL is known.
struct Feeds: Sendable {
    /// How many cases a feed holds at most.
    static let size = 50

    /// Cases with a date, which Atom demands; empty where there is no such feed.
    let atom: [Int]
    /// Cases with a date, then those without; nil where there is no such feed.
    let json: [Int]?

    init(_ casebook: Casebook, published: [Int], hasBaseURL: Bool) {
        guard hasBaseURL else {
            atom = []
            json = nil
            return
        }
        let newest = casebook.newest(published, by: \.latestDate, limit: Self.size)
        atom = newest.filter { casebook.cases[$0].latestDate != nil }
        json = newest
    }

    /// The feeds that there are.
    var routes: [Route] {
        (atom.isEmpty ? [] : [.atomFeed]) + (json == nil ? [] : [.jsonFeed])
    }

    /// The feeds as pages name them.
    func views(title: String) -> [FeedView] {
        let atomView = FeedView(title: "\(Self.title(title))（Atom）", link: .atomFeed, type: MediaType.atom)
        let jsonView = FeedView(title: "\(Self.title(title))（JSON Feed）", link: .jsonFeed, type: MediaType.jsonFeed)
        return (atom.isEmpty ? [] : [atomView]) + (json == nil ? [] : [jsonView])
    }

    /// What the feeds of a collection are called.
    static func title(_ title: String) -> String { "\(title)：新しい事例" }
}
