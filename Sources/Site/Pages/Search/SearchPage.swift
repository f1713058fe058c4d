import CasebookModel
import Templates

/// The search page.
struct SearchPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.words[.searchTitle], documentTitle: site.words[.searchTitle],
            description: site.words[.searchDescription, site.caseCount.grouped], breadcrumbs: [site.links.home])
    }

    var view: SearchView {
        SearchView(
            caseCount: site.caseCount, filters: Filters(site: site).view,
            ways: site.casebook.taxonomies.enumerated().map { index, taxonomy in
                SearchWayView(
                    link: site.taxonomyLinks[index], description: taxonomy.description,
                    termCount: site.termLinks[index].count { $0.count > 0 })
            })
    }
}

/// The names of the layout `search`: the filters, and links to all taxonomies for readers without scripts.
struct SearchView: TemplateContext {
    let caseCount: Int
    let filters: FiltersView
    /// The index page of each taxonomy.
    let ways: [SearchWayView]

    static let fields = ContextFields<SearchView>([
        .text("count") { $0.caseCount.grouped },
        .object("filters", FiltersView.self) { $0.filters },
        .list("ways", SearchWayView.self) { $0.ways },
    ])
}

/// A link to the index page of a taxonomy, with the number of its terms.
struct SearchWayView: TemplateContext {
    let link: LinkView
    let description: String?
    /// The number of terms that have cases.
    let termCount: Int

    static let fields = ContextFields<SearchWayView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .optionalText("description") { $0.description },
        .text("term_count") { $0.termCount.grouped },
    ])
}
