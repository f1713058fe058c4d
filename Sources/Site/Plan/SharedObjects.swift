import Casebook
import Templates

/// What many pages show alike, made once.
struct SharedObjects: Sendable {
    /// The outer frame of every page, once for each entry of the main menu being current, and last for none.
    private let frames: [Object]
    let assetLinks: [Permalink]
    /// For each taxonomy, a link to the index of its terms.
    let taxonomyLinks: [LinkView]
    /// For each taxonomy and term, a link to it with its number of cases.
    let termLinks: [[TermLinkView]]
    /// The same, ready for templates.
    let termObjects: [[Object]]
    /// For each taxonomy and term, what a case says about the taxonomy that has the term alone.
    let facts: [[Object]]
    /// What stands where a case has no term, which only a withdrawn case may.
    let noTerm: Object
    /// For each case, its secondary term; nil where it has none, which only a withdrawn case may.
    let secondaryTerms: [Int?]
    /// For each case, the address of its page.
    let caseLinks: [Permalink]

    init(
        _ casebook: Casebook, _ relations: Relations, assets: AssetAddresses, baseURL: String?, feeds: [FeedView]
    ) {
        assetLinks = assets.links
        let settings = casebook.settings
        let pageLink = { (slug: String) -> LinkView? in
            casebook.pages.first { $0.slug == slug }.map { LinkView(label: $0.title, link: .infoPage(slug)) }
        }
        let site = SiteView(
            settings: settings, baseURL: baseURL, caseCount: relations.listed.count,
            invitation: settings.invitation.flatMap(pageLink))
        let glossary = casebook.glossary.isEmpty ? [] : [GlossaryView.link]
        let footer = settings.footer.compactMap(pageLink) + glossary + [DataView.link]
        let frame = SiteFrameView.shape(assets: assets.object.shape)
        frames = Self.menus(casebook).map { menu in
            frame.object(
                of: SiteFrameView(
                    site: site.object, menu: menu, footer: footer.map(\.object), assets: assets.object,
                    feeds: feeds.map(\.object)))
        }
        taxonomyLinks = casebook.taxonomies.map { LinkView(label: $0.label, link: .terms(folder: $0.folder)) }
        let links = casebook.taxonomies.enumerated().map { index, taxonomy in
            taxonomy.terms.enumerated().map { number, term in
                let id = TermID(taxonomy: index, term: number)
                return TermLinkView(
                    label: term.label, link: casebook.permalink(of: id), count: relations.cases(of: id).count,
                    number: term.number, taxonomyLabel: taxonomy.label)
            }
        }
        termLinks = links
        let objects = links.map { $0.map(\.object) }
        termObjects = objects
        facts = zip(taxonomyLinks, objects).map { link, terms in
            terms.map { FactView(link: link, terms: [$0]).object }
        }
        noTerm = TermLinkView(label: "", link: .home, count: 0, number: nil, taxonomyLabel: "").object
        secondaryTerms = casebook.cases.map { $0.terms[settings.secondary].first }
        caseLinks = casebook.cases.map { Permalink.caseFile($0.id) }
    }

    /// The outer frame of a page.
    func frame(current entry: MenuEntry) -> Object {
        switch entry {
        case .cases: frames[0]
        case .search: frames[1]
        case .taxonomy(let index): frames[2 + index]
        case .comparison: frames[frames.count - 3]
        case .booklet: frames[frames.count - 2]
        case .none: frames[frames.count - 1]
        }
    }

    private static func menus(_ casebook: Casebook) -> [[Object]] {
        var entries: [(label: String, link: Permalink)] = [("事例一覧", .cases()), ("検索", .search)]
        entries += casebook.taxonomies.map { ("\($0.label)から探す", .terms(folder: $0.folder)) }
        entries += [("比べて読む", .comparisonIndex), ("冊子", .booklet)]
        return (0...entries.count).map { current in
            entries.enumerated().map { index, entry in
                MenuItemView(label: entry.label, link: entry.link, isCurrent: index == current).object
            }
        }
    }
}
