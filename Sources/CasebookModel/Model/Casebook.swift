import Basics
import Images

/// A whole collection of cases, read and valid. It never changes, and its relations are indices.
///
/// Cases are in the order of their ids, taxonomies and sections in the order of `casebook.yml`, terms in the order of their
/// taxonomy. Everything else refers to a case, a term or an image by its index in one of these arrays.
public struct Casebook: Sendable {
    /// Identifies everything in a casebook except its cases: casebooks that differ only in cases share the object.
    private final class Identity: Sendable {}

    /// The settings in `casebook.yml`.
    public let settings: Settings
    /// The sections that cases have, in the order in which pages show them.
    public let sections: [SectionDefinition]
    /// The fields of cases that the casebook declares, in the order of `casebook.yml`.
    public let fields: [FieldDefinition]
    /// What the values and sections of cases may be.
    public let rules: CaseRules
    /// The ways in which cases are grouped, in the order of `casebook.yml`.
    public let taxonomies: [Taxonomy]
    /// All cases, withdrawn ones too, sorted by id.
    public private(set) var cases: [Case]
    /// The easy-language versions of cases, in the order of the cases; at most one per case.
    public let easyTexts: [EasyText]
    /// Pages about the collection, sorted by slug.
    public let pages: [InfoPage]
    /// The words of the glossary, in 五十音 order.
    public let glossary: [GlossaryTerm]
    /// The images and documents in `content/images/` and `content/files/`, sorted by path.
    public let images: [ImageFile]
    /// The indices of the images that pages show and the documents that they link to, ascending. No other file is published.
    public let usedImages: [Int]
    /// The readings of the kanji in all texts; nil if the site has no furigana edition.
    public let readings: ReadingFinder?
    /// Whether there are drafts that this casebook does not contain.
    public let leavesOutDrafts: Bool
    private let identity = Identity()

    /// Creates a casebook from parts that are already valid and sorted.
    ///
    /// - Parameter usedImages: The indices of the images that pages show, if they are known, so that no text is looked at.
    public init(
        settings: Settings, sections: [SectionDefinition], fields: [FieldDefinition] = [], rules: CaseRules = CaseRules(),
        taxonomies: [Taxonomy], cases: [Case], easyTexts: [EasyText] = [], pages: [InfoPage], glossary: [GlossaryTerm] = [],
        images: [ImageFile], usedImages: [Int]? = nil,
        readings: ReadingFinder? = nil, leavesOutDrafts: Bool = false
    ) {
        self.settings = settings
        self.sections = sections
        self.fields = fields
        self.rules = rules
        self.taxonomies = taxonomies
        self.cases = cases
        self.easyTexts = easyTexts
        self.pages = pages
        self.glossary = glossary
        self.images = images
        self.readings = readings
        self.leavesOutDrafts = leavesOutDrafts
        if let usedImages {
            self.usedImages = usedImages
            return
        }
        var used = Set(images.indices.filter { images[$0].isPrintedBooklet })
        func use(_ body: Body) {
            guard !images.isEmpty, !body.targets.isEmpty else { return }
            for case .image(let index) in body.targets.values { used.insert(index) }
        }
        // The page of a withdrawn case does not show its text.
        for entry in cases where entry.status != .withdrawn { use(entry.body) }
        if fields.contains(where: { $0.kind == .file }) {
            let indices = Dictionary(images.enumerated().map { ($1.path, $0) }) { first, _ in first }
            for entry in cases where entry.status != .withdrawn {
                for case .file(let path)? in entry.values { if let index = indices[path] { used.insert(index) } }
            }
        }
        for text in easyTexts { use(text.body) }
        for page in pages { use(page.body) }
        for word in glossary { use(word.body) }
        for taxonomy in taxonomies { for term in taxonomy.terms { use(term.body) } }
        self.usedImages = used.sorted()
    }

    /// Returns the casebook with some cases replaced by cases with the same images; everything else is shared.
    package func replacing(_ cases: [(index: Int, new: Case)]) -> Casebook {
        var casebook = self
        for (index, new) in cases { casebook.cases[index] = new }
        return casebook
    }

    /// Returns the casebook with one more case.
    package func adding(_ entry: Case) -> Casebook {
        let cases = (cases + [entry]).sorted { $0.id < $1.id }
        let position = cases.partitioningIndex { $0.id >= entry.id }
        let easyTexts = easyTexts.map { text in
            EasyText(
                caseIndex: text.caseIndex + (text.caseIndex >= position ? 1 : 0), title: text.title, updated: text.updated,
                body: text.body)
        }
        return Casebook(
            settings: settings, sections: sections, fields: fields, rules: rules, taxonomies: taxonomies, cases: cases,
            easyTexts: easyTexts, pages: pages, glossary: glossary, images: images, readings: readings,
            leavesOutDrafts: leavesOutDrafts)
    }

    /// Returns the casebook with an easy-language version of a case, which replaces the one of that case.
    package func showing(_ text: EasyText) -> Casebook {
        with(easyTexts: (easyTexts.filter { $0.caseIndex != text.caseIndex } + [text]).sorted { $0.caseIndex < $1.caseIndex })
    }

    /// Returns the casebook with a page, which replaces the one with its slug.
    package func showing(_ page: InfoPage) -> Casebook {
        with(pages: (pages.filter { $0.slug != page.slug } + [page]).sorted { $0.slug < $1.slug })
    }

    /// Returns the casebook with a word of the glossary, which replaces the one with its slug, or is the last one.
    package func showing(_ word: GlossaryTerm) -> Casebook {
        var words = glossary
        if let index = words.firstIndex(where: { $0.slug == word.slug }) { words[index] = word } else { words.append(word) }
        return with(glossary: words)
    }

    /// Returns the casebook with a term, which replaces the one with its slug, or is the last one of its taxonomy.
    ///
    /// - Parameter folder: The folder of the taxonomy. Without such a taxonomy, nothing changes.
    package func showing(_ term: Term, in folder: String) -> Casebook {
        var taxonomies = taxonomies
        guard let index = taxonomies.firstIndex(where: { $0.folder == folder }) else { return self }
        taxonomies[index] = taxonomies[index].showing(term)
        return with(taxonomies: taxonomies)
    }

    private func with(
        taxonomies: [Taxonomy]? = nil, easyTexts: [EasyText]? = nil, pages: [InfoPage]? = nil, glossary: [GlossaryTerm]? = nil
    ) -> Casebook {
        Casebook(
            settings: settings, sections: sections, fields: fields, rules: rules, taxonomies: taxonomies ?? self.taxonomies,
            cases: cases, easyTexts: easyTexts ?? self.easyTexts, pages: pages ?? self.pages,
            glossary: glossary ?? self.glossary, images: images, readings: readings, leavesOutDrafts: leavesOutDrafts)
    }

    /// Whether one of two casebooks was derived from the other by ``replacing(_:)``.
    package func differsOnlyInCases(from other: Casebook) -> Bool { identity === other.identity }

    /// Whether the texts are in Japanese.
    public var isJapanese: Bool { LanguageTag(settings.language).isJapanese }

    /// The term with an id of this casebook.
    public subscript(id: TermID) -> Term {
        taxonomies[id.taxonomy].terms[id.term]
    }

    /// Returns the index of the case with an id; nil if there is none. O(log n) in the number of cases.
    public func caseIndex(id: String) -> Int? {
        let index = cases.partitioningIndex { $0.id >= id }
        return index < cases.count && cases[index].id == id ? index : nil
    }

    /// Returns the index of the easy-language version of a case; nil if there is none. O(log n) in the number of these texts.
    public func easyTextIndex(ofCase index: Int) -> Int? {
        let position = easyTexts.partitioningIndex { $0.caseIndex >= index }
        return position < easyTexts.count && easyTexts[position].caseIndex == index ? position : nil
    }
}

/// Identifies a term in a casebook by two indices, which hold for that casebook only.
public struct TermID: Sendable, Hashable, Comparable {
    /// The index of the taxonomy in the casebook.
    public let taxonomy: Int
    /// The index of the term in the taxonomy.
    public let term: Int

    /// Creates the id of a term.
    public init(taxonomy: Int, term: Int) {
        self.taxonomy = taxonomy
        self.term = term
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.taxonomy, left.term) < (right.taxonomy, right.term)
    }
}
