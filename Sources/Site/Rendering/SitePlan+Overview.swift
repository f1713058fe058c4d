import Casebook

extension SitePlan {
    /// How many shades tell counts apart.
    private static let levelCount = 4

    /// The primary terms along the stages and against the secondary terms. O(cases + cells).
    var overview: OverviewView {
        let (primary, secondary) = (casebook.settings.primary, casebook.settings.secondary)
        let (rows, columns) = (shared.termLinks[primary], shared.termLinks[secondary])
        let shownColumns = columns.indices.filter { columns[$0].count > 0 }
        let shownRows = rows.indices.filter { rows[$0].count > 0 }
        let stages = stageColumns
        let counts = shownRows.map { row in shownColumns.map { relations.cases(primary: row, secondary: $0).count } }
        let stageCounts = shownRows.map { row in stages.filter { !$0.isUnstated }.map { $0.counts[row] } }
        let most = (counts + stageCounts).joined().max() ?? 0
        let rowViews = zip(shownRows, counts).map { row, counts in
            let firstPages = listings.terms[primary][row].firstPages
            let cells = zip(shownColumns, counts).map { column, count in
                let id = TermID(taxonomy: primary, term: row)
                let slug = casebook.taxonomies[secondary].terms[column].slug
                let link = casebook.permalink(of: id, page: max(1, firstPages[column]))
                return OverviewCellView(
                    count: count, link: link.at(groupAnchor(slug)), level: Self.level(count, of: most),
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
            rowLabel: casebook.taxonomies[primary].label, columnLabel: casebook.taxonomies[secondary].label,
            caseCount: relations.listed.count, stages: stagesView(stages), groups: overviewGroups(shownColumns),
            columns: shownColumns.map { shared.termObjects[secondary][$0] }, rows: rowViews,
            legend: Self.legend(most: most))
    }

    /// The shade of a count: in proportion to the highest, and never deeper than the count itself.
    static func level(_ count: Int, of most: Int) -> Int {
        most == 0 ? 0 : min(count, (count * levelCount + most - 1) / most)
    }

    /// Which counts each shade that there is stands for.
    static func legend(most: Int) -> [OverviewShadeView] {
        var shades: [OverviewShadeView] = []
        // A shade begins where the one before ends, so its first count is found without walking over all counts.
        for level in 1...levelCount where most > 0 {
            let first = max(level, most * (level - 1) / levelCount + 1)
            let last = level == levelCount ? most : max(level, most * level / levelCount)
            if first <= min(last, most) { shades.append(OverviewShadeView(level: level, first: first, last: min(last, most))) }
        }
        return shades
    }

    private func overviewGroups(_ columns: [Int]) -> [OverviewGroupView] {
        casebook.taxonomies[casebook.settings.secondary].groups.compactMap { group in
            let span = columns.count(where: group.terms.contains)
            return span > 0 ? OverviewGroupView(label: group.label, span: span) : nil
        }
    }

    /// The stages, then the cases that state none if the taxonomy tells them.
    private var stageColumns: [StageColumn] {
        guard let index = casebook.settings.stages else { return [] }
        let (taxonomy, primary) = (casebook.taxonomies[index], casebook.settings.primary)
        let rowCount = casebook.taxonomies[primary].terms.count
        let anchors = casebook.taxonomies[primary].terms.map { groupAnchor($0.slug) }
        let counts = { (cases: [Int]) in
            var counts = [Int](repeating: 0, count: rowCount)
            for entry in cases {
                if let row = casebook.cases[entry].terms[primary].first { counts[row] += 1 }
            }
            return counts
        }
        var columns = taxonomy.terms.indices.map { term in
            let id = TermID(taxonomy: index, term: term)
            let pages = listings.terms[index][term].firstPages
            return StageColumn(
                label: taxonomy.terms[term].label, isUnstated: false, counts: counts(relations.cases(of: id))
            ) { casebook.permalink(of: id, page: max(1, pages[$0])).at(anchors[$0]) }
        }
        if let label = taxonomy.unstated, let listing = listings.unstated[index] {
            columns.append(
                StageColumn(
                    label: label, isUnstated: true, counts: counts(relations.casesWithoutTerm(ofTaxonomy: index))
                ) { .unstated(folder: taxonomy.folder, page: max(1, listing.firstPages[$0])).at(anchors[$0]) })
        }
        return columns
    }

    private func stagesView(_ columns: [StageColumn]) -> OverviewStagesView? {
        guard let index = casebook.settings.stages else { return nil }
        return OverviewStagesView(
            link: shared.taxonomyLinks[index], span: columns.count, terms: shared.termObjects[index],
            unstated: unstated(index))
    }
}

/// A column of the overview: the cases of a stage, or those that state none, by primary term.
private struct StageColumn {
    let label: String
    let isUnstated: Bool
    /// For each primary term, how many cases.
    let counts: [Int]
    /// Where the cases of a primary term are listed.
    let link: (Int) -> Permalink
}
