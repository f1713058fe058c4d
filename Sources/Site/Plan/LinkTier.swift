/// How early a file is written: one of a tier links only to pages and to files of lower tiers.
///
/// Written in this order, with something standing where each page will be, no link is ever dead; removed in the reverse order
/// likewise.
public enum LinkTier: Int, Sendable, Comparable, CaseIterable {
    /// What links to nothing: assets, images, tables.
    case leaf
    /// Parts that lists of files name, and texts that name tables.
    case part
    /// Feeds, and lists of files for machines.
    case list
    /// What names such a list.
    case robots
    /// Pages, which link to one another in rings.
    case page
    /// The home page: before it is there, there is no site.
    case home

    /// The tier of a file of the site, by its path below the root.
    public init(path: String) {
        switch path {
        case "index.html": self = .home
        case _ where path.hasSuffix(".html"): self = .page
        case "robots.txt": self = .robots
        case "sitemap.xml", "llms.txt", "feed.xml", "feed.json": self = .list
        case "llms-full.txt", "data/cases.json": self = .part
        case "search/index.js": self = .list
        case _ where path.hasPrefix("sitemap-"): self = .part
        default: self = .leaf
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
