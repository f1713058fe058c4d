import Templates

/// What cases can be narrowed by: every taxonomy, with how many cases each choice has.
struct FiltersView: TemplateContext {
    let facets: [FacetView]
    /// The key of the taxonomy that lists are grouped by, as `casebook.yml` has it.
    let primaryKey: String
    let secondaryKey: String

    static let shape = ContextShape<FiltersView>([
        .list("facets", FacetView.self) { $0.facets },
        .text("primary_key") { $0.primaryKey },
        .text("secondary_key") { $0.secondaryKey },
    ])
}

/// A taxonomy as a filter.
struct FacetView: TemplateContext {
    /// The name of its choices in addresses: the taxonomy's key.
    let key: String
    let label: String
    let groups: [FacetGroupView]
    /// The choice of the cases that state no term, where there are any.
    let unstated: UnstatedView?
    /// How many choices there are.
    let choiceCount: Int

    static let shape = ContextShape<FacetView>([
        .text("key") { $0.key },
        .text("label") { $0.label },
        .list("groups", FacetGroupView.self) { $0.groups },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .text("choice_count") { String($0.choiceCount) },
    ])
}

/// Some of a filter's choices, under a heading or not.
struct FacetGroupView: TemplateContext {
    let label: String?
    /// Tells the heading from others of the page.
    let id: String
    let choices: [FacetChoiceView]

    static let shape = ContextShape<FacetGroupView>([
        .optionalText("label") { $0.label },
        .text("id") { $0.id },
        .list("choices", FacetChoiceView.self) { $0.choices },
    ])
}

/// A term as a choice of a filter.
struct FacetChoiceView: TemplateContext {
    let slug: String
    let label: String
    let number: Int?
    let count: Int

    static let shape = ContextShape<FacetChoiceView>([
        .text("slug") { $0.slug },
        .text("label") { $0.label },
        .optionalText("number") { $0.number.map(String.init) },
        .text("count") { $0.count.grouped },
    ])
}
