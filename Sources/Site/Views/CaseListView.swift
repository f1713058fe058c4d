import Templates

/// The layout `cases`.
struct CaseListView: TemplateContext {
    let count: Int
    let groups: [CaseGroupView]
    let pagination: PaginationView?
    /// What the cases can be narrowed by, on the first page; nil on the others.
    let filters: FiltersView?

    static let shape = ContextShape<CaseListView>([
        .text("count") { $0.count.grouped },
        .list("groups", CaseGroupView.self) { $0.groups },
        .optional("pagination", PaginationView.self) { $0.pagination },
        .optional("filters", FiltersView.self) { $0.filters },
    ])
}
