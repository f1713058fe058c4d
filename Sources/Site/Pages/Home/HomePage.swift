import CasebookModel
import Templates

/// The home page: the overview, the taxonomies and the newest cases.
struct HomePage: HTMLPage {
    /// The most cases listed as the newest.
    private static let newestLimit = 5

    let site: RenderContext

    var frame: PageFrame {
        let settings = site.casebook.settings
        return PageFrame(title: settings.title, documentTitle: nil, description: settings.description, subject: .home)
    }

    var view: HomeView {
        HomeView(
            overview: Overview(site: site).view, taxonomies: site.casebook.taxonomies.indices.map(taxonomyEntry),
            newest: site.casebook.newest(site.relations.listed, by: \.published, limit: Self.newestLimit)
                .map { CaseCard(site: site, index: $0).view.object })
    }

    private func taxonomyEntry(_ index: Int) -> TaxonomyEntryView {
        let taxonomy = site.casebook.taxonomies[index]
        let links = site.termLinks[index]
        return TaxonomyEntryView(
            link: site.taxonomyLinks[index], description: taxonomy.description,
            terms: links.indices.filter { links[$0].count > 0 }.map { site.termObjects[index][$0] },
            unstated: UnstatedView(taxonomy: index, in: site.structure),
            isInOverview: [site.primary, site.secondary, site.casebook.settings.stages].contains(index))
    }
}
