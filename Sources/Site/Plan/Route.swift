import Casebook

/// A page of the site that can be rendered, as a value. Indices are those of the casebook; pages of a list count from 1.
public enum Route: Sendable, Hashable {
    case home
    case cases(page: Int)
    case caseFile(Int)
    case terms(taxonomy: Int)
    case term(TermID, page: Int)
    case unstated(taxonomy: Int, page: Int)
    /// The page that finds cases by words and by filters.
    case search
    case comparisonIndex
    /// The cases of a primary term side by side.
    case comparison(term: Int, page: Int)
    case booklet
    /// The cases of a primary term, where the collection is too large for one booklet.
    case bookletVolume(term: Int, part: Int)
    case infoPage(Int)
    /// The words that not every reader knows.
    case glossary
    case notFound
    /// The newest cases as an Atom feed.
    case atomFeed
    /// The newest cases as a JSON Feed.
    case jsonFeed
    /// The addresses of all pages for search engines, or of the parts that name them.
    case sitemap
    /// A part of a sitemap that is too large for one file, counted from 1.
    case sitemapPart(Int)
    /// What crawlers may read.
    case robots
    /// The page that says what the files of open data are.
    case dataIndex
    case data(DataFile)
    /// What the site is and where things are, for language models.
    case llms
    /// Every case in full, for language models.
    case llmsFull
    /// What a search begins with.
    case searchRoot
    /// Another file of the search, by its index in `SearchFiles.files`.
    case searchFile(Int)
    /// What keeps GitHub Pages from leaving files out.
    case noJekyll
    /// An old address, by its index in `SitePlan.aliases`.
    case redirect(Int)
    /// A template's asset, by its index in `SitePlan.assets`.
    case asset(Int)
    /// An image of the content, by its index in `Casebook.images`.
    case image(Int)
}
