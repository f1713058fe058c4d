import Basics
import CasebookModel

/// An address on the site: a path below its root, with or without an anchor. All addresses are created here.
///
/// Paths are lower-case ASCII, end in a file name and never start with a slash. Pages are at most one folder deep, those with readings
/// (``furigana(_:isFile:)``) one more. So the same bytes work at a root, in a subfolder and opened from disk.
public struct Permalink: Sendable, Hashable {
    /// Such as `cases/c001.html`.
    public let path: String
    /// The query, percent-encoded.
    public let query: String?
    public let fragment: String?

    private init(_ path: String, query: String? = nil, fragment: String? = nil) {
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    public static let home = Permalink("index.html")
    public static let notFound = Permalink("404.html")
    public static let search = Permalink("search.html")
    /// The search page with the results for some words.
    public static func search(for words: String) -> Permalink { Permalink("search.html", query: "q=\(percentEncoded(words))") }
    public static let list = Permalink("list.html")
    public static let submission = Permalink("submit.html")
    public static let comparisonIndex = Permalink("compare/index.html")
    public static let editions = Permalink("editions.html")
    public static let booklet = Permalink("booklet.html")
    public static let glossary = Permalink("glossary.html")
    public static let atomFeed = Permalink("feed.xml")
    public static let jsonFeed = Permalink("feed.json")
    public static let robots = Permalink("robots.txt")
    public static let sitemap = Permalink("sitemap.xml")
    public static let llms = Permalink("llms.txt")
    public static let llmsFull = Permalink("llms-full.txt")
    public static let searchRoot = Permalink("search/index.js")
    public static let dataIndex = Permalink("data/index.html")
    /// The empty file that makes GitHub Pages publish all files.
    public static let noJekyll = Permalink(".nojekyll")

    /// A page of the news.
    public static func news(page: Int = 1) -> Permalink { Permalink("news\(suffix(page)).html") }
    public static func caseFile(_ id: String) -> Permalink { Permalink("cases/\(id).html") }
    public static func cases(page: Int = 1) -> Permalink { Permalink("cases/index\(suffix(page)).html") }
    public static func terms(folder: String) -> Permalink { Permalink("\(folder)/index.html") }
    public static func term(folder: String, slug: String, page: Int = 1) -> Permalink {
        Permalink("\(folder)/\(slug)\(suffix(page)).html")
    }
    /// The Atom feed of a term, next to its page.
    public static func termFeed(folder: String, slug: String) -> Permalink { Permalink("\(folder)/\(slug).xml") }
    /// The list of the cases that state no term of a taxonomy.
    public static func unstated(folder: String, page: Int = 1) -> Permalink {
        Permalink("\(folder)/unstated\(suffix(page)).html")
    }
    public static func comparison(slug: String, page: Int = 1) -> Permalink { Permalink("compare/\(slug)\(suffix(page)).html") }
    public static func bookletVolume(slug: String, part: Int = 1) -> Permalink {
        Permalink("booklet/\(slug)\(suffix(part)).html")
    }
    /// The easy-language version of a case.
    public static func easyText(_ id: String) -> Permalink { Permalink("easy/\(id).html") }
    /// A page of the list of all easy-language versions.
    public static func easyTexts(page: Int = 1) -> Permalink { Permalink("easy/index\(suffix(page)).html") }
    /// A volume of an edition, next to the page of the booklet; without a slug, the whole collection.
    public static func edition(_ edition: Edition, slug: String?, part: Int = 1) -> Permalink {
        let name = slug.map { "booklet/\($0)\(suffix(part))" } ?? "booklet"
        return switch edition {
        case .epub: Permalink("\(name).epub")
        case .text: Permalink("\(name).txt")
        }
    }
    /// The same page, or file, with the readings of all kanji. A file also has another name, because readers keep it.
    static func furigana(_ link: Permalink, isFile: Bool = false) -> Permalink {
        guard isFile, let dot = link.path.lastIndex(of: ".") else { return Permalink("\(furiganaFolder)\(link.path)") }
        return Permalink("\(furiganaFolder)\(link.path[..<dot])-furigana\(link.path[dot...])")
    }
    /// The folder of the pages with readings, ending in `/`.
    static let furiganaFolder = "furigana/"
    /// The page without readings, as the same page with readings names it.
    static func withoutFurigana(_ link: Permalink) -> Permalink { Permalink("../\(link.path)") }
    /// A document of a book, which is no page of the site.
    static func inBook(_ path: String) -> Permalink { Permalink(path) }
    public static func infoPage(_ slug: String) -> Permalink { Permalink("\(slug).html") }
    /// A word on the page of the glossary.
    public static func glossaryTerm(_ slug: String) -> Permalink { glossary.at("word-\(slug)") }
    /// A part of a sitemap that is too large for one file, counted from 1.
    public static func sitemapPart(_ part: Int) -> Permalink { Permalink("sitemap-\(part).xml") }
    /// A file of open data.
    public static func data(_ name: String) -> Permalink { Permalink("data/\(name)") }
    /// The folder of the search files, ending in `/`.
    static let searchFolder = "search/"
    /// A search file by its path in their folder, which derives from its content.
    static func searchFile(_ path: String) -> Permalink { Permalink("\(searchFolder)\(path).js") }
    /// An image by its path below `content/`.
    public static func image(_ path: String) -> Permalink { Permalink(path) }
    /// An old address, which leads to a new one.
    public static func alias(_ path: String) -> Permalink { Permalink(path) }

    /// A template's asset. Its address derives from its path below `templates/assets/` and its content, so a changed file has another
    /// address.
    public static func asset(_ path: String, hash: ContentHash) -> Permalink {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else {
            return Permalink("assets/\(path)-\(hash.short)")
        }
        return Permalink("assets/\(path[..<dot])-\(hash.short)\(path[dot...])")
    }

    /// Returns the address of an anchor on the same page.
    public func at(_ fragment: String?) -> Permalink {
        Permalink(path, query: query, fragment: fragment)
    }

    /// The path with its query and anchor, as seen from the site's root.
    public var reference: String {
        if query == nil, fragment == nil { return path }
        return path + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
    }

    /// Returns the absolute address on a site at `baseURL`, which ends in `/`.
    func address(at baseURL: String) -> String { baseURL + reference }

    /// The relative path from this page to the site's root: empty or one or more `../`.
    public var root: String {
        String(repeating: "../", count: path.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) })
    }

    private static func suffix(_ page: Int) -> String { page > 1 ? "-\(page)" : "" }
}
