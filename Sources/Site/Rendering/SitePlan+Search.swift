import Casebook
import Templates

extension SitePlan {
    var searchFrame: Frame {
        Frame(
            title: "事例を検索", documentTitle: "事例を検索",
            description: "\(relations.listed.count.grouped)件の事例を、言葉や条件を組み合わせて探せます。", breadcrumbs: [homeCrumb],
            menu: .search)
    }

    var searchView: SearchView {
        SearchView(
            caseCount: relations.listed.count, filters: filters,
            ways: casebook.taxonomies.enumerated().map { index, taxonomy in
                SearchWayView(
                    link: shared.taxonomyLinks[index], description: taxonomy.description,
                    termCount: shared.termLinks[index].count { $0.count > 0 })
            })
    }

    /// Every taxonomy as a filter. The counts are those of all cases, so they change with the casebook's structure alone.
    var filters: FiltersView {
        let settings = casebook.settings
        return FiltersView(
            facets: casebook.taxonomies.indices.map(facet), primaryKey: casebook.taxonomies[settings.primary].key,
            secondaryKey: casebook.taxonomies[settings.secondary].key)
    }

    private func facet(_ index: Int) -> FacetView {
        let taxonomy = casebook.taxonomies[index]
        let choices = zip(taxonomy.terms, shared.termLinks[index]).map { term, link in
            FacetChoiceView(slug: term.slug, label: link.label, number: link.number, count: link.count)
        }
        let groups =
            taxonomy.groups.isEmpty
            ? [FacetGroupView(label: nil, id: "", choices: choices)]
            : taxonomy.groups.enumerated().map { number, group in
                FacetGroupView(
                    label: group.label, id: "filter-\(taxonomy.folder)-\(number + 1)", choices: Array(choices[group.terms]))
            }
        let unstated = unstated(index)
        return FacetView(
            key: taxonomy.key, label: taxonomy.label, groups: groups, unstated: unstated,
            choiceCount: choices.count + (unstated == nil ? 0 : 1))
    }
}
