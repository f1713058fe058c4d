import Casebook
import HTML
import Templates

extension SitePlan {
    /// How many characters of the first section a card shows.
    private static let excerptLength = 90

    /// A case's card as the layout `card` makes it, for a list.
    ///
    /// It is rendered once for all lists: a case stands in one for each of its terms, and lists stand one folder below the site's
    /// root, so the card is the same in each.
    func card(_ index: Int) throws(RenderingError) -> Object {
        try contents.cards.object(at: index) { () throws(RenderingError) in
            var buffer = HTMLBuffer(reservingCapacity: 4_096)
            let frame = ListFrameView(root: Permalink.cases().root).object
            try templates.render(
                layout: Layout.card.rawValue, contexts: [shared.frame(current: .none), frame, cardView(index).object],
                into: &buffer)
            if !buffer.endsInLine { buffer.truncate(to: buffer.count - 1) }
            return CardView(markup: buffer.finish()).object
        }
    }

    func cardView(_ index: Int) -> CaseCardView {
        let entry = casebook.cases[index]
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        return CaseCardView(
            id: entry.id, title: entry.title, link: permalink(ofCase: index), summary: entry.summary,
            excerpt: entry.excerpt(length: Self.excerptLength), isDraft: entry.status == .draft,
            primary: entry.terms[primary].first.map { shared.termObjects[primary][$0] } ?? shared.noTerm,
            secondary: secondaryObject(ofCase: index),
            tags: entry.terms.indices.compactMap { taxonomy in
                guard taxonomy != primary, taxonomy != secondary, !entry.terms[taxonomy].isEmpty else { return nil }
                return TermListView(
                    label: casebook.taxonomies[taxonomy].label,
                    terms: entry.terms[taxonomy].map { shared.termObjects[taxonomy][$0] })
            }, date: entry.latestDate)
    }
}
