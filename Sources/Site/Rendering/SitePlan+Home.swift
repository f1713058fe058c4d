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
            terms: occupied.map { shared.termObjects[index][$0] }, unstated: unstated(index))
    }

    /// How many cases state no term of a taxonomy, where it tells that and there are any.
    func unstated(_ index: Int) -> UnstatedView? {
        let taxonomy = casebook.taxonomies[index]
        guard let label = taxonomy.unstated, let listing = listings.unstated[index] else { return nil }
        return UnstatedView(label: label, link: .unstated(folder: taxonomy.folder), count: listing.count)
    }

    private var overview: OverviewView {
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        let (rows, columns) = (shared.termLinks[primary], shared.termLinks[secondary])
        let shownColumns = columns.indices.filter { columns[$0].count > 0 }
        let shownRows = rows.indices.filter { rows[$0].count > 0 }
        let counts = shownRows.map { row in shownColumns.map { relations.cases(primary: row, secondary: $0).count } }
        let most = counts.joined().max() ?? 0
        let rowViews = zip(shownRows, counts).map { row, counts in
            let firstPages = listings.terms[primary][row].firstPages
            let cells = zip(shownColumns, counts).map { column, count in
                let id = TermID(taxonomy: primary, term: row)
                let slug = casebook.taxonomies[secondary].terms[column].slug
                let link = casebook.permalink(of: id, page: max(1, firstPages[column]))
                return OverviewCellView(
                    count: count, link: link.at(groupAnchor(slug)), level: level(count, of: most),
                    row: rows[row].label, column: columns[column].label)
            }
            return OverviewRowView(term: rows[row], cells: cells)
        }
        return OverviewView(
            rowLabel: casebook.taxonomies[primary].label, columnLabel: casebook.taxonomies[secondary].label,
            caseCount: relations.listed.count, groups: overviewGroups(shownColumns),
            columns: shownColumns.map {
                shared.termObjects[secondary][$0]
            }, rows: rowViews)
    }

    /// The shade of a count: in proportion to the highest, and never deeper than the count itself.
    private func level(_ count: Int, of most: Int) -> Int {
        most == 0 ? 0 : min(count, (count * 4 + most - 1) / most)
    }

    private func overviewGroups(_ columns: [Int]) -> [OverviewGroupView] {
        casebook.taxonomies[casebook.settings.secondary].groups.compactMap { group in
            let span = columns.count(where: group.terms.contains)
            return span > 0 ? OverviewGroupView(label: group.label, span: span) : nil
        }
    }

    /// The anchor of a group in a list of cases.
    func groupAnchor(_ slug: String) -> String { "group-\(slug)" }
}
