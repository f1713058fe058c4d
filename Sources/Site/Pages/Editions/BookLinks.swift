import CasebookModel
import HTML

/// What takes the place of the site's addresses in a book.
///
/// A link to something in the book leads there. Any other link within the site gets its whole address where the base URL is known, and
/// becomes text otherwise. So a case of another volume is reached over the web, or not at all.
struct BookLinks {
    /// For paths below the site's root, the files of the book and whether the page's anchors are in them.
    private var files: [String: (path: String, keepsAnchors: Bool)] = [:]
    private var images: Set<String> = []
    /// The folders of the pages of terms, each with a slash.
    private let termFolders: [String]
    private let baseURL: String?

    init(_ book: Book) {
        let (site, casebook) = (book.site, book.site.casebook)
        baseURL = site.baseURL
        termFolders = casebook.taxonomies.map { "\($0.folder)/" }
        for index in book.cases {
            files[site.permalink(ofCase: index).path] = (Self.path(ofCase: casebook.cases[index].id), true)
        }
        for index in book.cases where casebook.easyTextIndex(ofCase: index) != nil {
            let id = casebook.cases[index].id
            files[Permalink.easyText(id).path] = ("\(Self.path(ofCase: id))#\(Self.easyTextAnchor)", false)
        }
        for group in book.volume.groups {
            let id = TermID(taxonomy: site.primary, term: group.term)
            files[casebook.permalink(of: id).path] = (Self.path(ofPart: site.slug(of: id)), false)
        }
        for index in book.indexedTaxonomies {
            let taxonomy = casebook.taxonomies[index]
            files[Permalink.terms(folder: taxonomy.folder).path] = (Self.path(ofIndex: taxonomy.folder), false)
            let used = Set(book.cases.flatMap { casebook.cases[$0].terms[index] })
            for term in used {
                let slug = taxonomy.terms[term].slug
                files[casebook.permalink(of: TermID(taxonomy: index, term: term)).path] = (
                    "\(Self.path(ofIndex: taxonomy.folder))#\(Self.anchor(ofTerm: slug))", false
                )
            }
        }
        if book.hasGlossary { files[Permalink.glossary.path] = (Book.glossaryPath, true) }
        for link in [
            Permalink.home, .cases(), .easyTexts(), .booklet, .terms(folder: site.primaryTaxonomy.folder),
        ] {
            files[link.path] = (Book.contentsPath, false)
        }
        images = Set(book.images.map { casebook.images[$0].path })
    }

    /// The anchor of the easy-language version in the document of its case.
    static let easyTextAnchor = "page-easy"
    static func path(ofCase id: String) -> String { "case-\(id).xhtml" }
    static func path(ofPart slug: String) -> String { "part-\(slug).xhtml" }
    static func path(ofIndex folder: String) -> String { "index-\(folder).xhtml" }
    static func anchor(ofTerm slug: String) -> String { "term-\(slug)" }

    /// Returns the address that takes the place of one in a document; nil if there is none.
    func address(_ address: String, _ use: XHTMLDocument.Use) -> String? {
        if address.hasPrefix("#") || Self.isAbsolute(address) { return address }
        if use == .image { return images.contains(address) ? address : nil }
        let (path, fragment) = Self.divide(address)
        if path.hasSuffix(".xhtml") { return address }
        if let file = files[path] {
            return file.keepsAnchors ? file.path + (fragment.map { "#\($0)" } ?? "") : file.path
        }
        return baseURL.map { $0 + address }
    }

    /// Returns the address that a text shows after a link: that of something outside of it, but for the lists of a term's cases, to which
    /// every case has several links.
    func shownAddress(_ address: String) -> String? {
        guard !address.hasPrefix("#") else { return nil }
        for scheme in ["mailto:", "tel:"] where address.hasPrefix(scheme) {
            return String(address.dropFirst(scheme.count).prefix { $0 != "?" })
        }
        if Self.isAbsolute(address) { return address }
        let (path, _) = Self.divide(address)
        guard files[path] == nil, !path.hasSuffix(".xhtml"), !termFolders.contains(where: path.hasPrefix) else { return nil }
        return baseURL.map { $0 + address }
    }

    private static func divide(_ address: String) -> (path: String, fragment: String?) {
        guard let sign = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
        return (String(address[..<sign]), String(address[address.utf8.index(after: sign)...]))
    }

    /// Whether an address starts with a scheme, such as `https:`.
    private static func isAbsolute(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return !address[..<colon].utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    }
}
