/// An address on the site: a path below its root, with an anchor or not. The only maker of addresses.
///
/// Paths are lower-case ASCII, end in a file name and never start with a slash; pages lie one folder deep at most, so that the
/// same bytes work at a root, in a subfolder and opened from disk.
public struct Permalink: Sendable, Hashable {
    /// Such as `cases/c001.html`.
    public let path: String
    /// What the page is asked, percent-encoded.
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
    /// The search page with words already asked for.
    public static func search(for words: String) -> Permalink { Permalink("search.html", query: "q=\(percentEncoded(words))") }
    public static let comparisonIndex = Permalink("compare/index.html")
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
    /// What keeps GitHub Pages from leaving files out.
    public static let noJekyll = Permalink(".nojekyll")

    public static func caseFile(_ id: String) -> Permalink { Permalink("cases/\(id).html") }
    public static func cases(page: Int = 1) -> Permalink { Permalink("cases/index\(suffix(page)).html") }
    public static func terms(folder: String) -> Permalink { Permalink("\(folder)/index.html") }
    public static func term(folder: String, slug: String, page: Int = 1) -> Permalink {
        Permalink("\(folder)/\(slug)\(suffix(page)).html")
    }
    /// The list of the cases that state no term of a taxonomy.
    public static func unstated(folder: String, page: Int = 1) -> Permalink {
        Permalink("\(folder)/unstated\(suffix(page)).html")
    }
    public static func comparison(slug: String, page: Int = 1) -> Permalink { Permalink("compare/\(slug)\(suffix(page)).html") }
    public static func bookletVolume(slug: String, part: Int = 1) -> Permalink {
        Permalink("booklet/\(slug)\(suffix(part)).html")
    }
    public static func infoPage(_ slug: String) -> Permalink { Permalink("\(slug).html") }
    /// A word on the page of the glossary.
    public static func glossaryTerm(_ slug: String) -> Permalink { glossary.at("word-\(slug)") }
    /// A part of a sitemap that is too large for one file, counted from 1.
    public static func sitemapPart(_ part: Int) -> Permalink { Permalink("sitemap-\(part).xml") }
    /// A file of open data.
    public static func data(_ name: String) -> Permalink { Permalink("data/\(name)") }
    /// A file of the search, by its path below their folder, which is made of what it holds.
    static func searchFile(_ path: String) -> Permalink { Permalink("search/\(path).js") }
    /// An image by its path below `content/`.
    public static func image(_ path: String) -> Permalink { Permalink(path) }
    /// An old address that leads on.
    public static func alias(_ path: String) -> Permalink { Permalink(path) }

    /// A template's asset, named by its path below `templates/assets/` and its content, so that a changed file has another address.
    public static func asset(_ path: String, hash: ContentHash) -> Permalink {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else {
            return Permalink("assets/\(path)-\(hash.short)")
        }
        return Permalink("assets/\(path[..<dot])-\(hash.short)\(path[dot...])")
    }

    /// The same page at an anchor.
    public func at(_ fragment: String?) -> Permalink {
        Permalink(path, query: query, fragment: fragment)
    }

    /// The path with its query and anchor, as seen from the site's root.
    public var reference: String {
        path + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
    }

    /// The whole address, where the site is at `baseURL`, which ends in `/`.
    func address(at baseURL: String) -> String { baseURL + reference }

    /// What leads from this page to the site's root: empty or a row of `../`.
    public var root: String {
        String(repeating: "../", count: path.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "/") ? 1 : 0) })
    }

    /// RFC 3986, section 2: all but unreserved characters as the bytes of their UTF-8.
    private static func percentEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private static func suffix(_ page: Int) -> String { page > 1 ? "-\(page)" : "" }
}
