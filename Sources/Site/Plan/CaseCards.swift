import Casebook
import HTML
import Templates

/// The cards of all cases, rendered once for all the lists that show them: a case stands in a list for each of its terms.
///
/// Lists stand one folder below the site's root, so a card is the same in each.
struct CaseCards: Sendable {
    /// For each case, its ``CardView``; for a withdrawn one too, though no list shows it.
    let objects: [Object]
    /// Why the cards could not be rendered.
    let failure: RenderingError?

    init(_ casebook: Casebook, _ shared: SharedObjects, templates: TemplateLibrary) {
        let frames = [shared.frames[shared.frames.count - 1], ListFrameView(root: Permalink.cases().root).object]
        var buffer = HTMLBuffer(reservingCapacity: 4_096)
        var objects: [Object] = []
        objects.reserveCapacity(casebook.cases.count)
        do throws(RenderingError) {
            for index in casebook.cases.indices {
                buffer.truncate(to: 0)
                let card = CaseCardView(casebook.cases[index], at: shared.caseLinks[index], in: casebook, shared).object
                try templates.render(layout: Layout.card.rawValue, contexts: frames + [card], into: &buffer)
                if !buffer.endsInLine { buffer.truncate(to: buffer.count - 1) }
                objects.append(CardView(markup: buffer.finish()).object)
            }
            failure = nil
        } catch {
            failure = error
        }
        self.objects = objects
    }
}

extension CaseCardView {
    /// How many characters of the first section a card shows.
    private static let excerptLength = 90

    init(_ entry: borrowing Case, at link: Permalink, in casebook: Casebook, _ shared: SharedObjects) {
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        self.init(
            id: entry.id, title: entry.title, link: link, summary: entry.summary,
            excerpt: entry.excerpt(length: Self.excerptLength), isDraft: entry.status == .draft,
            primary: entry.terms[primary].first.map { shared.termObjects[primary][$0] } ?? shared.noTerm,
            secondary: entry.terms[secondary].first.map { shared.termObjects[secondary][$0] } ?? shared.noTerm,
            tags: entry.terms.indices.compactMap { taxonomy in
                guard taxonomy != primary, taxonomy != secondary, !entry.terms[taxonomy].isEmpty else { return nil }
                return TermListView(
                    label: casebook.taxonomies[taxonomy].label,
                    terms: entry.terms[taxonomy].map { shared.termObjects[taxonomy][$0] })
            }, date: entry.latestDate)
    }
}
