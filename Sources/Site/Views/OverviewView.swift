import Templates

/// The overview figure: the primary terms against the secondary ones, with the number of cases that have both.
struct OverviewView: TemplateContext {
    let rowLabel: String
    let columnLabel: String
    let caseCount: Int
    let groups: [OverviewGroupView]
    let columns: [Object]
    let rows: [OverviewRowView]

    static let shape = ContextShape<OverviewView>([
        .text("row_label") { $0.rowLabel },
        .text("column_label") { $0.columnLabel },
        .text("case_count") { String($0.caseCount) },
        .list("groups", OverviewGroupView.self) { $0.groups },
        .flag("has_groups") { !$0.groups.isEmpty },
        .text("row_count") { String($0.rows.count) },
        .text("column_count") { String($0.columns.count) },
        .list("columns", of: TermLinkView.self, objects: { $0.columns }),
        .list("rows", OverviewRowView.self) { $0.rows },
    ])
}

/// A heading over some of the overview's columns.
struct OverviewGroupView: TemplateContext {
    let label: String
    let span: Int

    static let shape = ContextShape<OverviewGroupView>([
        .text("label") { $0.label },
        .text("span") { String($0.span) },
    ])
}

/// A primary term's row.
struct OverviewRowView: TemplateContext {
    let term: TermLinkView
    let cells: [OverviewCellView]

    static let shape = ContextShape<OverviewRowView>([
        .text("label") { $0.term.label },
        .text("path") { $0.term.link.reference },
        .text("count") { String($0.term.count) },
        .optionalText("number") { $0.term.number.map(String.init) },
        .optionalText("number_label") { $0.term.numberLabel },
        .list("cells", OverviewCellView.self) { $0.cells },
    ])
}

/// The cases that have a row's and a column's term.
struct OverviewCellView: TemplateContext {
    let count: Int
    let link: Permalink
    /// The shade, from 0 for none to 4 for the most.
    let level: Int
    let row: String
    let column: String

    static let shape = ContextShape<OverviewCellView>([
        .text("count") { String($0.count) },
        .text("path") { $0.link.reference },
        .text("level") { String($0.level) },
        .text("row") { $0.row },
        .text("column") { $0.column },
        .flag("filled") { $0.count > 0 },
    ])
}
