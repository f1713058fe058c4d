import Basics
import CasebookModel
import Markdown
import Templates

/// What all pages of a site are rendered from: the site's structure, and what many pages show alike, prepared once.
final class RenderContext: Sendable {
    let structure: SiteStructure
    let templates: TemplateLibrary
    /// The words in rendered Markdown.
    let markdownWords: MarkdownWords
    /// For each taxonomy, a link to its index page.
    let taxonomyLinks: [LinkView]
    /// For each taxonomy and term, a link to the term's page with its number of cases.
    let termLinks: [[TermLinkView]]
    /// The same as ``termLinks``, ready for templates.
    let termObjects: [[Object]]
    /// For each taxonomy and term, the fact of a case that has this term alone.
    let singleTermFacts: [[Object]]
    /// Why cases are related.
    let relatedReasons: RelatedReasons
    /// The object for a missing term, which only a withdrawn case may lack.
    let noTerm: Object
    /// The outer frame of every page.
    let frames: SiteFrames
    /// The words of the interface.
    let words: SiteWords
    /// Links to the pages that every site has.
    let links: SiteLinks
    /// Finds the words of the glossary; nil without a glossary.
    let wordFinder: WordFinder?
    /// Which words of the glossary each case uses.
    let glossaryUses: GlossaryUses
    /// Nil without a base URL.
    let structuredData: StructuredData?
    /// For each case, its card, rendered when a list first shows it.
    let cards: LazyObjects
    /// What adds readings to pages; nil if the site has no furigana edition.
    let furigana: FuriganaEdition?
    /// The files of the editions.
    let editionFiles = EditionFiles()

    /// - Parameters:
    ///   - structure: The structure of the site.
    ///   - templates: The templates.
    ///   - glossaryUses: For each case, the words of the glossary that it uses, if they are known.
    init(_ structure: SiteStructure, templates: TemplateLibrary, glossaryUses: [[Int]?] = []) {
        let casebook = structure.casebook
        let words = SiteWords(templates.strings)
        let links = SiteLinks(words)
        self.words = words
        self.links = links
        markdownWords = MarkdownWords(words)
        let taxonomyLinks = casebook.taxonomies.map { LinkView(label: $0.label, target: .terms(folder: $0.folder)) }
        let termLinks = casebook.taxonomies.enumerated().map { index, taxonomy in
            taxonomy.terms.enumerated().map { number, term in
                let id = TermID(taxonomy: index, term: number)
                return TermLinkView(
                    label: term.label, target: casebook.permalink(of: id), count: structure.relations.cases(of: id).count,
                    number: term.number,
                    numberLabel: term.number.map { words[.termNumbered, taxonomy.label, String($0)] })
            }
        }
        let termObjects = termLinks.map { $0.map(\.object) }
        self.structure = structure
        self.templates = templates
        self.taxonomyLinks = taxonomyLinks
        self.termLinks = termLinks
        self.termObjects = termObjects
        singleTermFacts = zip(taxonomyLinks, termObjects).map { link, terms in
            terms.map { FactView(link: link, terms: [$0], unstated: nil).object }
        }
        relatedReasons = RelatedReasons(labels: taxonomyLinks.map(\.label), words: words)
        noTerm = TermLinkView(label: "", target: .home, count: 0, number: nil, numberLabel: nil).object
        frames = SiteFrames(structure, words: words, links: links)
        wordFinder =
            casebook.glossary.isEmpty
            ? nil
            : WordFinder(
                casebook.glossary.map(\.names),
                targets: casebook.glossary.map { Permalink.glossaryTerm($0.slug).fragment ?? "" })
        self.glossaryUses = GlossaryUses(structure, wordFinder, known: glossaryUses)
        structuredData = structure.baseURL.map { StructuredData(casebook, caseLinks: structure.caseLinks, baseURL: $0) }
        cards = LazyObjects(count: casebook.cases.count)
        furigana = FuriganaEdition(structure, interface: templates.strings.readings)
    }

    /// The context for a structure that differs from another's only in the words of cases.
    init(_ other: RenderContext, structure: SiteStructure) {
        self.structure = structure
        templates = other.templates
        taxonomyLinks = other.taxonomyLinks
        termLinks = other.termLinks
        termObjects = other.termObjects
        singleTermFacts = other.singleTermFacts
        relatedReasons = other.relatedReasons
        noTerm = other.noTerm
        frames = other.frames
        words = other.words
        links = other.links
        markdownWords = other.markdownWords
        wordFinder = other.wordFinder
        glossaryUses = GlossaryUses(structure, wordFinder, known: [])
        structuredData = structure.baseURL.map {
            StructuredData(structure.casebook, caseLinks: structure.caseLinks, baseURL: $0)
        }
        cards = LazyObjects(count: structure.casebook.cases.count)
        furigana = other.furigana
    }

    var casebook: Casebook { structure.casebook }
    /// The language of the casebook.
    var language: LanguageTag { LanguageTag(structure.casebook.settings.language) }

    /// Returns a date as pages show it; nil without a date.
    func date(_ date: CalendarDate?) -> DateView? { date.map { DateView(date: $0, words: words) } }

    /// Returns the end of a title that distinguishes the pages of one list; empty for the first page.
    func suffix(ofPage page: Int) -> String { page > 1 ? words[.paginationSuffix, page.grouped] : "" }

    /// Returns how many characters fill the same space as a number of kana.
    func length(_ count: Int) -> Int { language.isWide ? count : 2 * count }
    var relations: Relations { structure.relations }
    var listings: Listings { structure.listings }
    /// The index of the taxonomy by which most lists are grouped.
    var primary: Int { structure.casebook.settings.primary }
    /// The index of the taxonomy by which the cases of a primary term are grouped.
    var secondary: Int { structure.casebook.settings.secondary }
    var primaryTaxonomy: Taxonomy { structure.casebook.taxonomies[primary] }
    var baseURL: String? { structure.baseURL }
    /// How many cases readers find in lists.
    var caseCount: Int { structure.relations.listed.count }

    /// Returns the address of the page of a case.
    func permalink(ofCase index: Int) -> Permalink { structure.caseLinks[index] }

    /// Returns the address of the easy-language version of a case; nil if there is none.
    func easyTextLink(ofCase index: Int) -> Permalink? {
        casebook.easyTextIndex(ofCase: index).map { _ in .easyText(casebook.cases[index].id) }
    }

    /// Returns the absolute address of a case where the base URL is known, otherwise its path.
    func address(ofCase index: Int) -> String {
        let link = permalink(ofCase: index)
        return baseURL.map { link.address(at: $0) } ?? link.reference
    }

    /// Returns a link to the page of a case, with its title.
    func pageLink(toCase index: Int) -> PageLinkView {
        PageLinkView(title: casebook.cases[index].title, target: permalink(ofCase: index))
    }

    /// Returns the link to a term's page.
    func termLink(_ id: TermID) -> TermLinkView { termLinks[id.taxonomy][id.term] }

    /// Returns the slug of a term.
    func slug(of id: TermID) -> String { structure.casebook.taxonomies[id.taxonomy].terms[id.term].slug }
}
