import Casebook
import Templates

extension SitePlan {
    /// How many cases the home page lists as the newest.
    private static let newestCount = 5

    var homeFrame: Frame {
        Frame(title: casebook.settings.title, documentTitle: nil, description: casebook.settings.description, subject: .home)
    }

    var homeView: HomeView {
        HomeView(
            overview: overview, taxonomies: casebook.taxonomies.indices.map(taxonomyEntry),
            newest: casebook.newest(relations.listed, by: \.published, limit: Self.newestCount)
                .map { cardView($0).object })
    }

    private func taxonomyEntry(_ index: Int) -> TaxonomyEntryView {
        let taxonomy = casebook.taxonomies[index]
        let occupied = shared.termLinks[index].indices.filter { shared.termLinks[index][$0].count > 0 }
        return TaxonomyEntryView(
            label: taxonomy.label, link: .terms(folder: taxonomy.folder), description: taxonomy.description,
            terms: occupied.map { shared.termObjects[index][$0] }, unstated: unstated(index),
            isInOverview: [casebook.settings.primary, casebook.settings.secondary, casebook.settings.stages].contains(index))
    }

    /// How many cases state no term of a taxonomy, where it tells that and there are any.
    func unstated(_ index: Int) -> UnstatedView? {
        let taxonomy = casebook.taxonomies[index]
        guard let label = taxonomy.unstated, let listing = listings.unstated[index] else { return nil }
        return UnstatedView(label: label, link: .unstated(folder: taxonomy.folder), count: listing.count)
    }

    /// The anchor of a group in a list of cases.
    func groupAnchor(_ slug: String) -> String { "group-\(slug)" }
}
