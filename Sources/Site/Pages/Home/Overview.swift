import CasebookModel

/// The overview figure of the home page: how many cases each pair of terms has.
package struct Overview {
    /// The number of shades for counts above 0.
    private static let levelCount = 4

    let site: RenderContext

    /// A row per primary term, a column per stage and per secondary term. O(cases + cells).
    var view: OverviewView {
        let (primary, secondary) = (site.primary, site.secondary)
        let (rows, columns) = (site.termLinks[primary], site.termLinks[secondary])
        let shownColumns = columns.indices.filter { columns[$0].count > 0 }
        let shownRows = rows.indices.filter { rows[$0].count > 0 }
        let stages = stageColumns
        let counts = shownRows.map { row in shownColumns.map { site.relations.cases(primary: row, secondary: $0).count } }
        let stageCounts = shownRows.map { row in stages.filter { !$0.isUnstated }.map { $0.counts[row] } }
        let most = (counts + stageCounts).joined().max() ?? 0
        let rowViews = zip(shownRows, counts).map { row, counts in
            let firstPages = site.listings.terms[primary][row].firstPages
            let cells = zip(shownColumns, counts).map { column, count in
                let id = TermID(taxonomy: primary, term: row)
                let slug = site.casebook.taxonomies[secondary].terms[column].slug
                let link = site.casebook.permalink(of: id, page: max(1, firstPages[column]))
                return OverviewCellView(
                    count: count, link: link.at(CaseListing.anchor(ofGroup: slug)), level: Self.level(count, of: most),
                    row: rows[row].label, column: columns[column].label)
            }
            return OverviewRowView(
                term: rows[row],
                stages: stages.map { stage in
                    OverviewCellView(
                        count: stage.counts[row], link: stage.link(row),
                        level: stage.isUnstated ? 0 : Self.level(stage.counts[row], of: most), row: rows[row].label,
                        column: stage.label, isUnstated: stage.isUnstated)
                }, cells: cells)
        }
        return OverviewView(
            rowLabel: site.casebook.taxonomies[primary].label, columnLabel: site.casebook.taxonomies[secondary].label,
            caseCount: site.caseCount, stages: stagesView(stages), groups: groups(of: shownColumns),
            columns: shownColumns.map { site.termObjects[secondary][$0] }, rows: rowViews,
            legend: Self.legend(most: most))
    }

    /// Returns the shade of a count: in proportion to the highest count, and never a higher number than the count itself.
    package static func level(_ count: Int, of most: Int) -> Int {
        most == 0 ? 0 : min(count, (count * levelCount + most - 1) / most)
    }

    /// Returns the range of counts of each shade that occurs.
    package static func legend(most: Int) -> [OverviewShadeView] {
        var shades: [OverviewShadeView] = []
        // A shade begins where the previous one ends, so its first count is found without a loop over all counts.
        for level in 1...levelCount where most > 0 {
            let first = max(level, most * (level - 1) / levelCount + 1)
            let last = level == levelCount ? most : max(level, most * level / levelCount)
            if first <= min(last, most) { shades.append(OverviewShadeView(level: level, first: first, last: min(last, most))) }
        }
        return shades
    }

    private func groups(of columns: [Int]) -> [OverviewGroupView] {
        site.casebook.taxonomies[site.secondary].groups.compactMap { group in
            let span = columns.count(where: group.terms.contains)
            return span > 0 ? OverviewGroupView(label: group.label, span: span) : nil
        }
    }

    /// The stages; then the cases that state none, if the taxonomy lists them.
    private var stageColumns: [StageColumn] {
        let (casebook, relations, primary) = (site.casebook, site.relations, site.primary)
        guard let index = casebook.settings.stages else { return [] }
        let taxonomy = casebook.taxonomies[index]
        let rowCount = casebook.taxonomies[primary].terms.count
        let anchors = casebook.taxonomies[primary].terms.map { CaseListing.anchor(ofGroup: $0.slug) }
        let counts = { (cases: [Int]) in
            var counts = [Int](repeating: 0, count: rowCount)
            for entry in cases {
                if let row = casebook.cases[entry].terms[primary].first { counts[row] += 1 }
            }
            return counts
        }
        var columns = taxonomy.terms.indices.map { term in
            let id = TermID(taxonomy: index, term: term)
            let pages = site.listings.terms[index][term].firstPages
            return StageColumn(
                label: taxonomy.terms[term].label, isUnstated: false, counts: counts(relations.cases(of: id))
            ) { casebook.permalink(of: id, page: max(1, pages[$0])).at(anchors[$0]) }
        }
        if let label = taxonomy.unstated, let listing = site.listings.unstated[index] {
            columns.append(
                StageColumn(
                    label: label, isUnstated: true, counts: counts(relations.casesWithoutTerm(ofTaxonomy: index))
                ) { .unstated(folder: taxonomy.folder, page: max(1, listing.firstPages[$0])).at(anchors[$0]) })
        }
        return columns
    }

    private func stagesView(_ columns: [StageColumn]) -> OverviewStagesView? {
        guard let index = site.casebook.settings.stages else { return nil }
        return OverviewStagesView(
            link: site.taxonomyLinks[index], span: columns.count, terms: site.termObjects[index],
            unstated: UnstatedView(taxonomy: index, in: site))
    }
}

/// A column of the overview: the cases of a stage by primary term, or those that state no stage.
private struct StageColumn {
    let label: String
    let isUnstated: Bool
    /// For each primary term, the number of cases.
    let counts: [Int]
    /// Returns the address of the list of a primary term's cases.
    let link: (Int) -> Permalink
}
