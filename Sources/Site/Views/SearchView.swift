import Templates

/// The layout `search`: what cases can be found by, and the ways to them without scripts.
struct SearchView: TemplateContext {
    let caseCount: Int
    let filters: FiltersView
    /// The index of each taxonomy.
    let ways: [SearchWayView]

    static let shape = ContextShape<SearchView>([
        .text("count") { $0.caseCount.grouped },
        .object("filters", FiltersView.self) { $0.filters },
        .list("ways", SearchWayView.self) { $0.ways },
    ])
}

/// A link to the index of a taxonomy, with how many terms it leads to.
struct SearchWayView: TemplateContext {
    let link: LinkView
    let description: String?
    /// How many of the terms have cases.
    let termCount: Int

    static let shape = ContextShape<SearchWayView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.link.reference },
        .optionalText("description") { $0.description },
        .text("term_count") { $0.termCount.grouped },
    ])
}
