import Casebook
import Templates

/// What many pages show alike, made once.
struct SharedObjects: Sendable {
    let site: Object
    let footer: [Object]
    let feeds: [Object]
    let assets: Object
    let assetLinks: [Permalink]
    /// For each taxonomy and term, a link to it with its number of cases.
    let termLinks: [[TermLinkView]]
    /// The same, ready for templates.
    let termObjects: [[Object]]
    /// What stands where a case has no term, which only a withdrawn case may.
    let noTerm: Object
    /// For each case, its card; for a withdrawn one too, though no list shows it.
    let cards: [Object]
    /// The main menu, once for each of its entries being current, and last for none.
    let menus: [[Object]]

    init(
        _ casebook: Casebook, _ relations: Relations, assets: AssetAddresses, baseURL: String?, feeds: [FeedView]
    ) {
        self.assets = assets.object
        assetLinks = assets.links
        let settings = casebook.settings
        let pageLink = { (slug: String) -> LinkView? in
            casebook.pages.first { $0.slug == slug }.map { LinkView(label: $0.title, link: .infoPage(slug)) }
        }
        site =
            SiteView(
                settings: settings, baseURL: baseURL, caseCount: relations.listed.count,
                invitation: settings.invitation.flatMap(pageLink)
            ).object
        self.feeds = feeds.map(\.object)
        footer = (settings.footer.compactMap(pageLink) + [DataView.link]).map(\.object)
        let links = casebook.taxonomies.enumerated().map { index, taxonomy in
            taxonomy.terms.enumerated().map { number, term in
                let id = TermID(taxonomy: index, term: number)
                return TermLinkView(
                    label: term.label, link: casebook.permalink(of: id), count: relations.cases(of: id).count,
                    number: term.number, taxonomyLabel: taxonomy.label)
            }
        }
        let objects = links.map { $0.map(\.object) }
        termLinks = links
        termObjects = objects
        let noTerm = TermLinkView(label: "", link: .home, count: 0, number: nil, taxonomyLabel: "").object
        self.noTerm = noTerm
        cards = casebook.cases.map { CaseCardView($0, in: casebook, terms: objects, noTerm: noTerm).object }
        menus = Self.menus(casebook)
    }

    private static func menus(_ casebook: Casebook) -> [[Object]] {
        var entries: [(label: String, link: Permalink)] = [("事例一覧", .cases())]
        entries += casebook.taxonomies.map { ("\($0.label)から探す", .terms(folder: $0.folder)) }
        entries += [("比べて読む", .comparisonIndex), ("冊子", .booklet)]
        return (0...entries.count).map { current in
            entries.enumerated().map { index, entry in
                MenuItemView(label: entry.label, link: entry.link, isCurrent: index == current).object
            }
        }
    }
}

extension CaseCardView {
    /// How many characters of the first section a card shows.
    private static let excerptLength = 90

    init(_ entry: Case, in casebook: Casebook, terms: [[Object]], noTerm: Object) {
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        let only = { (taxonomy: Int) in entry.terms[taxonomy].first.map { terms[taxonomy][$0] } ?? noTerm }
        self.init(
            id: entry.id, title: entry.title, link: .caseFile(entry.id), summary: entry.summary,
            excerpt: entry.excerpt(length: Self.excerptLength), isDraft: entry.status == .draft, primary: only(primary),
            secondary: only(secondary),
            tags: casebook.taxonomies.indices.compactMap { taxonomy in
                guard taxonomy != primary, taxonomy != secondary, !entry.terms[taxonomy].isEmpty else { return nil }
                return TermListView(
                    label: casebook.taxonomies[taxonomy].label, terms: entry.terms[taxonomy].map { terms[taxonomy][$0] })
            }, date: entry.latestDate)
    }
}

extension Case {
    /// The start of the first section, as plain text; with 「…」 where it is cut.
    func excerpt(length: Int) -> String {
        guard let section = sections.first else { return "" }
        let text = body.document.plainText(blocks: section.blocks)
        let start = text.prefix(length)
        return start.endIndex == text.endIndex ? text : start + "…"
    }
}
