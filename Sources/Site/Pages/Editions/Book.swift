import CasebookModel
import HTML
import Templates

/// The documents of one volume, which an e-book keeps apart and a text joins.
///
/// They are rendered from the layout `book` with the addresses of the site. ``BookLinks`` knows what takes the place of these.
struct Book {
    /// A document: a file of an e-book.
    struct Document {
        /// The name of its file, in ASCII.
        let path: String
        /// What the title of its window says.
        let title: String
        let view: BookView
    }

    static let coverPath = "cover.xhtml"
    static let aboutPath = "about.xhtml"
    static let contentsPath = "nav.xhtml"
    static let glossaryPath = "glossary.xhtml"

    let site: RenderContext
    let volume: EditionVolume
    /// What adds readings to the documents; nil for a book without readings.
    let furigana: FuriganaEdition?
    /// The cases in the order of the book.
    let cases: [Int]
    /// The number of each case in the book, by its index in the casebook.
    private let numbers: [Int: Int]

    init(_ volume: EditionVolume, furigana: FuriganaEdition? = nil, site: RenderContext) {
        self.site = site
        self.volume = volume
        self.furigana = furigana
        cases = volume.cases
        numbers = Dictionary(uniqueKeysWithValues: cases.enumerated().map { ($1, $0 + 1) })
    }

    // MARK: What the book is

    /// What distinguishes the volume from the others; nil for the whole collection without readings.
    var volumeLabel: String? {
        let ofVolume = volume.term.map { term in
            let label = site.primaryTaxonomy.terms[term].label
            return volume.partCount > 1 ? site.words[.bookletPart, label, String(volume.part)] : label
        }
        guard furigana != nil else { return ofVolume }
        let label = site.words[.furiganaLabel]
        return ofVolume.map { site.words[.bookVolumeTitle, $0, label] } ?? label
    }

    /// The title with that of the volume.
    var title: String {
        let title = site.casebook.settings.title
        return volumeLabel.map { site.words[.bookVolumeTitle, title, $0] } ?? title
    }

    /// The day of the last change of a case; nil if no case has a date.
    var modified: CalendarDate? { cases.compactMap { site.casebook.cases[$0].latestDate }.max() }

    /// The taxonomies with an index: those of which every case has a term, besides the one by which the book is ordered.
    var indexedTaxonomies: [Int] {
        site.casebook.taxonomies.indices.filter { $0 != site.primary && site.casebook.taxonomies[$0].isRequired }
    }

    var hasGlossary: Bool { !site.casebook.glossary.isEmpty }

    /// The images that the book shows, by their indices in the casebook, ascending. Formats that EPUB does not know are left out
    /// (EPUB 3.3, section 3.2).
    var images: [Int] {
        var bodies = cases.map { site.casebook.cases[$0].body } + site.casebook.glossary.map(\.body)
        bodies += cases.compactMap { site.casebook.easyTextIndex(ofCase: $0) }.map { site.casebook.easyTexts[$0].body }
        bodies += volume.groups.map { site.primaryTaxonomy.terms[$0.term].body }
        var found: Set<Int> = []
        for body in bodies where !body.targets.isEmpty {
            for target in body.targets.values {
                if case .image(let index) = target, isShown(image: index) { found.insert(index) }
            }
        }
        return found.sorted()
    }

    private func isShown(image index: Int) -> Bool {
        let type = MediaType.of(path: site.casebook.images[index].path)
        return ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"].contains(type)
    }

    // MARK: Documents

    /// Calls `body` with each document in reading order. A large book is not in memory at once.
    func forEachDocument(_ body: (Document) throws(RenderingError) -> Void) throws(RenderingError) {
        let words = site.words
        var cover = BookView()
        cover.cover = BookCoverView(volumeLabel: volumeLabel, modified: site.date(modified))
        try body(Document(path: Self.coverPath, title: title, view: cover))
        var about = BookView()
        about.about = BookAboutView(
            taxonomy: site.primaryTaxonomy.label, count: cases.count, indexes: indexLinks + glossaryLinks)
        try body(Document(path: Self.aboutPath, title: words[.bookAbout], view: about))
        var contents = BookView()
        contents.contents = BookContentsView(entries: entries, landmarks: landmarks)
        try body(Document(path: Self.contentsPath, title: words[.bookletContents], view: contents))
        for group in volume.groups {
            try body(part(group))
            for index in group.cases { try body(caseDocument(index)) }
        }
        for taxonomy in indexedTaxonomies { try body(index(taxonomy)) }
        if hasGlossary {
            var glossary = BookView()
            let uses = GlossaryContent.uses(of: cases, in: site)
            glossary.glossary = GlossaryContent(site: site, uses: uses, caseLimit: cases.count).view
            try body(Document(path: Self.glossaryPath, title: site.links.glossary.label, view: glossary))
        }
    }

    /// Renders a document, and calls `body` with its HTML.
    func render<Result>(
        _ document: Document, in buffer: inout HTMLBuffer, body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(RenderingError) -> Result {
        buffer.truncate(to: 0)
        let frame = BookFrameView(title: site.casebook.settings.title, documentTitle: document.title)
        try site.templates.render(
            layout: Layout.book.rawValue,
            contexts: [site.frames.object(current: .none), frame.object, document.view.object], into: &buffer)
        guard let furigana else { return buffer.withBytes(body) }
        return buffer.withBytes { furigana.document(of: $0) }.withUnsafeBufferPointer(body)
    }

    private func part(_ group: EditionVolume.Group) -> Document {
        let term = site.primaryTaxonomy.terms[group.term]
        var view = BookView()
        view.part = BookPartView(
            label: term.label, numberLabel: site.termLinks[site.primary][group.term].numberLabel, count: group.cases.count,
            body: site.html(of: term.body, at: .booklet))
        return Document(path: BookLinks.path(ofPart: term.slug), title: term.label, view: view)
    }

    private func caseDocument(_ index: Int) -> Document {
        let (entry, content) = (site.casebook.cases[index], CaseContent(site: site, index: index))
        var view = BookView()
        view.entry = BookCaseView(
            number: numbers[index] ?? 0, title: entry.title, summary: entry.summary, address: site.address(ofCase: index),
            published: site.date(entry.published), updated: site.date(entry.updated), facts: content.facts,
            values: content.values, sections: content.sections(at: .booklet, headingLevel: 3, linksWords: true),
            easyText: easyText(ofCase: index))
        return Document(path: BookLinks.path(ofCase: entry.id), title: entry.title, view: view)
    }

    /// The easy-language version of a case, which follows its sections.
    private func easyText(ofCase index: Int) -> BookEasyTextView? {
        site.casebook.easyTextIndex(ofCase: index).map { position in
            let text = site.casebook.easyTexts[position]
            let options = site.renderOptions(
                targets: text.body.targets, at: .booklet, headingLevel: 3, idPrefix: "easy-",
                words: site.wordLinks(at: .booklet))
            var buffer = HTMLBuffer(reservingCapacity: 2_048)
            text.body.document.render(into: &buffer, options: options)
            return BookEasyTextView(title: text.title, body: buffer.finish())
        }
    }

    private func index(_ taxonomy: Int) -> Document {
        let definition = site.casebook.taxonomies[taxonomy]
        var found = [[BookCaseLinkView]](repeating: [], count: definition.terms.count)
        for index in cases {
            for term in site.casebook.cases[index].terms[taxonomy] { found[term].append(caseLink(index)) }
        }
        let terms = zip(definition.terms, found).compactMap { term, cases in
            cases.isEmpty
                ? nil : BookIndexTermView(id: BookLinks.anchor(ofTerm: term.slug), label: term.label, cases: cases)
        }
        var view = BookView()
        view.index = BookIndexView(label: definition.label, terms: terms)
        return Document(
            path: BookLinks.path(ofIndex: definition.folder), title: site.words[.bookletIndex, definition.label], view: view)
    }

    // MARK: Contents

    private var entries: [BookEntryView] {
        [BookEntryView(label: site.words[.bookAbout], path: Self.aboutPath)]
            + volume.groups.map { group in
                let term = site.primaryTaxonomy.terms[group.term]
                let number = site.termLinks[site.primary][group.term].numberLabel
                return BookEntryView(
                    label: number.map { "\($0) \(term.label)" } ?? term.label, path: BookLinks.path(ofPart: term.slug),
                    cases: group.cases.map(caseLink))
            }
            + (indexLinks + glossaryLinks).map { BookEntryView(label: $0.label, path: $0.target.path) }
    }

    private var landmarks: [BookLandmarkView] {
        let first = volume.groups.first.map { BookLinks.path(ofPart: site.primaryTaxonomy.terms[$0.term].slug) }
        var landmarks = [
            BookLandmarkView(kind: "cover", label: site.words[.bookCover], path: Self.coverPath),
            BookLandmarkView(kind: "toc", label: site.words[.bookletContents], path: Self.contentsPath),
            BookLandmarkView(kind: "bodymatter", label: site.words[.bookStart], path: first ?? Self.aboutPath),
        ]
        if let index = indexLinks.first {
            landmarks.append(BookLandmarkView(kind: "index", label: index.label, path: index.target.path))
        }
        landmarks += glossaryLinks.map { BookLandmarkView(kind: "glossary", label: $0.label, path: $0.target.path) }
        return landmarks
    }

    private var indexLinks: [LinkView] {
        indexedTaxonomies.map {
            let taxonomy = site.casebook.taxonomies[$0]
            return LinkView(
                label: site.words[.bookletIndex, taxonomy.label], target: .inBook(BookLinks.path(ofIndex: taxonomy.folder)))
        }
    }

    private var glossaryLinks: [LinkView] {
        hasGlossary ? [LinkView(label: site.links.glossary.label, target: .inBook(Self.glossaryPath))] : []
    }

    private func caseLink(_ index: Int) -> BookCaseLinkView {
        let entry = site.casebook.cases[index]
        return BookCaseLinkView(number: numbers[index] ?? 0, title: entry.title, path: BookLinks.path(ofCase: entry.id))
    }
}
