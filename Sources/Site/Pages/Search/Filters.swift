import Templates

/// The filters of the search page and of the list of all cases: one per taxonomy.
struct Filters {
    let site: RenderContext

    /// The counts are those of all cases, so they change only with the casebook's structure.
    var view: FiltersView {
        let taxonomies = site.casebook.taxonomies
        return FiltersView(
            facets: taxonomies.indices.map(facet), primaryKey: taxonomies[site.primary].key,
            secondaryKey: taxonomies[site.secondary].key)
    }

    private func facet(_ index: Int) -> FacetView {
        let taxonomy = site.casebook.taxonomies[index]
        let choices = zip(taxonomy.terms, site.termLinks[index]).map { term, link in
            FacetChoiceView(slug: term.slug, label: link.label, number: link.number, count: link.count)
        }
        let groups =
            taxonomy.groups.isEmpty
            ? [FacetGroupView(label: nil, id: "", choices: choices)]
            : taxonomy.groups.enumerated().map { number, group in
                FacetGroupView(
                    label: group.label, id: "filter-\(taxonomy.folder)-\(number + 1)", choices: Array(choices[group.terms]))
            }
        let unstated = UnstatedView(taxonomy: index, in: site)
        return FacetView(
            key: taxonomy.key, label: taxonomy.label, groups: groups, unstated: unstated,
            choiceCount: choices.count + (unstated == nil ? 0 : 1))
    }
}

/// The filters, with the number of cases of each choice.
struct FiltersView: TemplateContext {
    let facets: [FacetView]
    /// The key in `casebook.yml` of the taxonomy by which lists are grouped.
    let primaryKey: String
    let secondaryKey: String

    static let fields = ContextFields<FiltersView>([
        .list("facets", FacetView.self) { $0.facets },
        .text("primary_key") { $0.primaryKey },
        .text("secondary_key") { $0.secondaryKey },
    ])
}

/// A taxonomy as a filter.
struct FacetView: TemplateContext {
    /// The taxonomy's key, which names its choices in addresses.
    let key: String
    let label: String
    let groups: [FacetGroupView]
    /// The choice of the cases that state no term; nil where there are none.
    let unstated: UnstatedView?
    /// The number of all choices.
    let choiceCount: Int

    static let fields = ContextFields<FacetView>([
        .text("key") { $0.key },
        .text("label") { $0.label },
        .list("groups", FacetGroupView.self) { $0.groups },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .text("choice_count") { String($0.choiceCount) },
    ])
}

/// A group of a filter's choices, with or without a heading.
struct FacetGroupView: TemplateContext {
    let label: String?
    /// The heading's id, unique on the page.
    let id: String
    let choices: [FacetChoiceView]

    static let fields = ContextFields<FacetGroupView>([
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

    static let fields = ContextFields<FacetChoiceView>([
        .text("slug") { $0.slug },
        .text("label") { $0.label },
        .optionalText("number") { $0.number.map(String.init) },
        .text("count") { $0.count.grouped },
    ])
}
