import Templates

/// A page of the list of all cases.
struct CaseListPage: HTMLPage {
    let site: RenderContext
    /// Counted from 1.
    let page: Int

    private var listing: CaseListing { site.listings.all }

    var frame: PageFrame {
        PageFrame(
            title: site.links.cases.label, documentTitle: site.links.cases.label + site.suffix(ofPage: page),
            description: site.words[.casesDescription, site.caseCount.grouped], breadcrumbs: [site.links.home], menu: .cases,
            subject: .collection(ListedCases(listing, page: page)))
    }

    var view: CaseListView {
        get throws(RenderingError) {
            CaseListView(
                count: listing.count, groups: try CaseGroups(site: site, listing, page: page).views(),
                pagination: PaginationView(listing, page: page) { .cases(page: $0) },
                filters: page == 1 ? Filters(site: site).view : nil)
        }
    }
}

/// The names of the layout `cases`.
struct CaseListView: TemplateContext {
    let count: Int
    let groups: [CaseGroupView]
    let pagination: PaginationView?
    /// The filters, on the first page; nil on the others.
    let filters: FiltersView?

    static let fields = ContextFields<CaseListView>([
        .text("count") { $0.count.grouped },
        .list("groups", CaseGroupView.self) { $0.groups },
        .optional("pagination", PaginationView.self) { $0.pagination },
        .optional("filters", FiltersView.self) { $0.filters },
    ])
}
