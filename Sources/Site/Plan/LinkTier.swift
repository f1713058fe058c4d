/// When a file is written: a file links only to pages and to files of lower tiers.
///
/// Written in this order, with a temporary page at the address of every page that is about to be written, no link is ever dead.
/// Removing files in the reverse order has the same effect.
public enum LinkTier: Int, Sendable, Comparable, CaseIterable {
    /// Files without links: assets, images, tables.
    case leaf
    /// Parts of a file list, and texts that name tables.
    case part
    /// Feeds, and lists of files for programs.
    case list
    /// `robots.txt`, which names such a list.
    case robots
    /// Pages, which link to one another in cycles.
    case page
    /// The home page: the site can be used once it exists.
    case home

    /// The tier of a file that an earlier build wrote and that has no route today.
    ///
    /// The manifest holds only paths, so the tier follows from what stays the same for every casebook: the fixed addresses, and
    /// the ending of pages.
    public init(formerPath path: String) {
        switch path {
        case Permalink.home.path: self = .home
        case _ where path.lowercased().hasSuffix(".html") || path.lowercased().hasSuffix(".htm"): self = .page
        case Permalink.robots.path: self = .robots
        case Permalink.sitemap.path, Permalink.llms.path, Permalink.atomFeed.path, Permalink.jsonFeed.path,
            Permalink.searchRoot.path:
            self = .list
        case Permalink.llmsFull.path, DataFile.collection.link.path: self = .part
        case _ where path.hasPrefix("sitemap-"): self = .part
        // The feeds of terms.
        case _ where path.hasSuffix(".xml"): self = .list
        default: self = .leaf
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Route {
    /// When the file of the route is written.
    public var linkTier: LinkTier {
        switch self {
        case .home: .home
        case .cases, .caseFile, .easyText, .easyTexts, .terms, .term, .unstated, .search, .list, .submission, .comparisonIndex,
            .comparison, .editions, .booklet,
            .bookletVolume, .infoPage, .glossary, .news, .notFound, .dataIndex, .redirect:
            .page
        case .robots: .robots
        case .atomFeed, .termFeed, .jsonFeed, .sitemap, .llms, .searchRoot: .list
        case .sitemapPart, .llmsFull, .data(.collection): .part
        case .furigana(let route): route == .home ? .page : route.linkTier
        case .data, .searchFile, .noJekyll, .asset, .image, .edition: .leaf
        }
    }
}
