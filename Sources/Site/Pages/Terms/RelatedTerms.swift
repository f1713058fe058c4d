import CasebookModel
import Templates

/// The terms that share most cases with a term.
struct RelatedTerms {
    /// How many terms of a taxonomy are shown at first, and how many in all.
    private static let (shownLimit, limit) = (5, 50)

    let site: RenderContext
    let id: TermID

    /// The terms of each taxonomy that has any.
    var views: [RelatedTermsView] {
        let total = site.relations.cases(of: id).count
        return zip(site.casebook.taxonomies, site.relations.termsMeeting(id, limit: Self.limit)).compactMap { taxonomy, found in
            guard !found.isEmpty else { return nil }
            let terms = found.map { other, count in
                let link = site.termLink(other)
                return RelatedTermView(
                    term: TermLinkView(
                        label: link.label, target: target(other), count: count, number: link.number,
                        numberLabel: link.numberLabel), total: total)
            }
            return RelatedTermsView(
                label: taxonomy.label, terms: Array(terms.prefix(Self.shownLimit)),
                others: Array(terms.dropFirst(Self.shownLimit)))
        }
    }

    /// Returns the address of another term's page, at the group of the shared cases where its list has such a group.
    private func target(_ other: TermID) -> Permalink {
        let grouping = other.taxonomy == site.primary ? site.secondary : site.primary
        guard id.taxonomy == grouping else { return site.termLink(other).target }
        let page = site.listings.terms[other.taxonomy][other.term].firstPages[id.term]
        let link = page > 1 ? site.casebook.permalink(of: other, page: page) : site.termLink(other).target
        return link.at(CaseListing.anchor(ofGroup: site.slug(of: id)))
    }
}

/// The terms of a taxonomy that share cases with a page's term, those with most cases first.
struct RelatedTermsView: TemplateContext {
    let label: String
    /// Those that are shown at first.
    let terms: [RelatedTermView]
    /// The rest.
    let others: [RelatedTermView]

    static let fields = ContextFields<RelatedTermsView>([
        .text("label") { $0.label },
        .list("terms", RelatedTermView.self) { $0.terms },
        .list("others", RelatedTermView.self) { $0.others },
        .flag("has_others") { !$0.others.isEmpty },
        .text("others_count") { $0.others.count.grouped },
    ])
}

/// A term, with the number of cases that it shares with a page's term.
struct RelatedTermView: TemplateContext {
    let term: TermLinkView
    /// The number of cases of the page's term.
    let total: Int

    /// The share of the cases in per cent, rounded down, but at least 1.
    private var share: Int { max(1, term.count * 100 / max(1, total)) }

    static let fields = ContextFields<RelatedTermView>([
        .text("label") { $0.term.label },
        .text("path") { $0.term.target.reference },
        .text("count") { $0.term.count.grouped },
        .optionalText("number_label") { $0.term.numberLabel },
        .text("share") { String($0.share) },
    ])
}
