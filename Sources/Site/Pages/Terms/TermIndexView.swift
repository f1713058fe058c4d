import Templates

/// The names of the layout `terms`: the index page of a taxonomy.
struct TermIndexView: TemplateContext {
    let label: String
    let description: String?
    let folder: String
    let groups: [TermGroupView]
    /// The terms by kana or initial; empty where the taxonomy has no such index.
    let rows: [TermRowView]
    /// Whether the rows are initials, not those of the kana table.
    let isAlphabetical: Bool
    let vacant: [Object]
    let unstated: UnstatedView?
    let termCount: Int
    let caseCount: Int

    static let fields = ContextFields<TermIndexView>([
        .object("taxonomy", TaxonomyView.self) {
            TaxonomyView(label: $0.label, description: $0.description, folder: $0.folder)
        },
        .list("groups", TermGroupView.self) { $0.groups },
        .list("rows", TermRowView.self) { $0.rows },
        .flag("has_rows") { !$0.rows.isEmpty },
        .flag("alphabetical") { $0.isAlphabetical },
        .list("vacant", of: TermLinkView.self, objects: { $0.vacant }),
        .flag("has_vacant") { !$0.vacant.isEmpty },
        .text("vacant_count") { $0.vacant.count.grouped },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .text("total_terms") { $0.termCount.grouped },
        .text("total_cases") { $0.caseCount.grouped },
    ])
}

/// What a page shows about a taxonomy.
struct TaxonomyView: TemplateContext {
    let label: String
    let description: String?
    let folder: String

    static let fields = ContextFields<TaxonomyView>([
        .text("label") { $0.label },
        .optionalText("description") { $0.description },
        .text("folder") { $0.folder },
    ])
}

/// The terms whose readings start in one row of the kana table, or whose labels start with one letter.
struct TermRowView: TemplateContext {
    let id: String
    let label: String
    let terms: [Object]

    static let fields = ContextFields<TermRowView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .text("term_count") { $0.terms.count.grouped },
    ])
}

/// A group of a taxonomy's terms, with or without a heading.
struct TermGroupView: TemplateContext {
    let label: String?
    let terms: [Object]

    static let fields = ContextFields<TermGroupView>([
        .optionalText("label") { $0.label },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .text("term_count") { $0.terms.count.grouped },
    ])
}
