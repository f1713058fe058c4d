import CasebookModel
import Templates

/// The home page: the overview, the taxonomies and the newest cases.
struct HomePage: HTMLPage {
    /// The most cases listed as the newest.
    private static let newestLimit = 5
    /// The most taxonomies listed with their terms. To those that are declared after them, the page has only links.
    private static let listedTaxonomyLimit = 5

    /// How many characters of each section a card shows at most, in Japanese: two lines on a phone, with the heading.
    private static let excerptLength = 32

    let site: RenderContext

    var frame: PageFrame {
        let settings = site.casebook.settings
        return PageFrame(title: settings.title, documentTitle: nil, description: settings.description, subject: .home)
    }

    var view: HomeView {
        let dated = site.relations.listed.filter { site.casebook.cases[$0].published != nil }
        return HomeView(
            overview: Overview(site: site).view, taxonomies: listedTaxonomies.map(taxonomyEntry),
            otherTaxonomies: taxonomies.dropFirst(Self.listedTaxonomyLimit).map { index in
                OtherTaxonomyView(link: site.taxonomyLinks[index], termCount: termCount(index))
            },
            newest: site.casebook.newest(dated, by: \.published, limit: Self.newestLimit)
                .map { CaseCard(site: site, index: $0, excerptLength: Self.excerptLength).view.object },
            news: site.structure.news.pages.isEmpty ? nil : site.links.news,
            easyTexts: site.listings.easy.map { EasyTextsLinkView(count: $0.count) })
    }

    /// The primary and the secondary taxonomy, then the others as they are declared.
    private var taxonomies: [Int] {
        let first = [site.primary, site.secondary]
        return first + site.casebook.taxonomies.indices.filter { !first.contains($0) }
    }

    /// The taxonomies to list with their terms: after the primary and the secondary one, the one with most terms is last.
    private var listedTaxonomies: [Int] {
        let listed = taxonomies.prefix(Self.listedTaxonomyLimit)
        return listed.prefix(2) + listed.dropFirst(2).sorted { (termCount($0), $0) < (termCount($1), $1) }
    }

    private func termCount(_ taxonomy: Int) -> Int { site.casebook.taxonomies[taxonomy].terms.count }

    private func taxonomyEntry(_ index: Int) -> TaxonomyEntryView {
        let taxonomy = site.casebook.taxonomies[index]
        return TaxonomyEntryView(
            link: site.taxonomyLinks[index], description: taxonomy.description,
            terms: index == site.primary ? describedTerms(of: index) : site.termObjects[index],
            unstated: UnstatedView(taxonomy: index, in: site), isPrimary: index == site.primary)
    }

    /// Links to terms, each with the first sentence of its description.
    private func describedTerms(of taxonomy: Int) -> [Object] {
        zip(site.termLinks[taxonomy], site.casebook.taxonomies[taxonomy].terms).map { link, term -> Object in
            var link = link
            let text = term.body.document.plainText()
            link.summary = text.isEmpty ? nil : text.firstSentence
            return link.object
        }
    }
}
