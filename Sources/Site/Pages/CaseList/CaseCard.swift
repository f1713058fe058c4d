import CasebookModel
import HTML
import Templates

/// The card of a case in a list.
struct CaseCard {
    let site: RenderContext
    let index: Int
    /// How many characters of each section the card shows at most, in Japanese.
    var excerptLength = 60

    /// The card as the layout `card` renders it.
    ///
    /// It is rendered once for all lists: a case is in a list for each of its terms, and every list is one folder deeper than the
    /// site's root, so the card is the same in each.
    func rendered() throws(RenderingError) -> Object {
        try site.cards.object(at: index) { () throws(RenderingError) in
            var buffer = HTMLBuffer(reservingCapacity: 4_096)
            let frame = CardFrameView(root: Permalink.cases().root).object
            try site.templates.render(
                layout: Layout.card.rawValue, contexts: [site.frames.object(current: .none), frame, view.object],
                into: &buffer)
            if !buffer.endsInLine { buffer.truncate(to: buffer.count - 1) }
            return CardMarkupView(markup: buffer.finish()).object
        }
    }

    var view: CaseCardView {
        let entry = site.casebook.cases[index]
        let (primary, secondary) = (site.primary, site.secondary)
        let content = CaseContent(site: site, index: index)
        return CaseCardView(
            id: entry.id, title: entry.title, link: site.permalink(ofCase: index), summary: entry.summary,
            excerpts: entry.summary == nil ? excerpts : [], isDraft: entry.status == .draft,
            primary: content.primaryTerm, secondary: content.secondaryTerm,
            tags: entry.terms.indices.compactMap { taxonomy in
                guard taxonomy != primary, taxonomy != secondary, !entry.terms[taxonomy].isEmpty else { return nil }
                return TermListView(
                    label: site.casebook.taxonomies[taxonomy].label,
                    terms: entry.terms[taxonomy].map { site.termObjects[taxonomy][$0] })
            }, values: content.valuesOnCards, date: site.date(entry.latestDate), easyText: site.easyTextLink(ofCase: index))
    }

    /// The starts of the second and of the last section: what was done, and what got better. The first section says why.
    private var excerpts: [CaseExcerptView] {
        let entry = site.casebook.cases[index]
        let definitions = site.casebook.sections
        let last = definitions.count - 1
        let shown = entry.sections.filter { $0.definition == 1 || $0.definition == last }
        return (shown.isEmpty ? entry.sections.prefix(1) : shown[...]).map { section in
            CaseExcerptView(
                heading: definitions[section.definition].heading, position: section.definition,
                text: entry.excerpt(of: section, length: site.length(excerptLength)))
        }
    }
}
