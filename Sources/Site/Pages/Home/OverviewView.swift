import Templates

/// The overview figure: a row per primary term, a column per stage and per secondary term, the number of cases in each cell.
struct OverviewView: TemplateContext {
    let rowLabel: String
    let columnLabel: String
    let caseCount: Int
    /// Nil where the casebook has no stages.
    let stages: OverviewStagesView?
    let groups: [OverviewGroupView]
    let columns: [Object]
    let rows: [OverviewRowView]
    let legend: [OverviewShadeView]

    static let fields = ContextFields<OverviewView>([
        .text("row_label") { $0.rowLabel },
        .text("column_label") { $0.columnLabel },
        .text("case_count") { $0.caseCount.grouped },
        .text("case_count_digits") { String($0.caseCount) },
        .optional("stages", OverviewStagesView.self) { $0.stages },
        .list("groups", OverviewGroupView.self) { $0.groups },
        .flag("has_groups") { !$0.groups.isEmpty },
        .text("row_count") { String($0.rows.count) },
        .text("column_count") { String($0.columns.count) },
        .list("columns", of: TermLinkView.self, objects: { $0.columns }),
        .list("rows", OverviewRowView.self) { $0.rows },
        .list("legend", OverviewShadeView.self) { $0.legend },
    ])
}

/// The headings of the columns of the stages.
struct OverviewStagesView: TemplateContext {
    let link: LinkView
    /// The number of columns, including that of the cases that state no stage.
    let span: Int
    let terms: [Object]
    /// The cases that state no stage; nil where all cases state one.
    let unstated: UnstatedView?

    static let fields = ContextFields<OverviewStagesView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .text("span") { String($0.span) },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .optional("unstated", UnstatedView.self) { $0.unstated },
    ])
}

/// A shade of the overview, with its range of counts.
package struct OverviewShadeView: TemplateContext {
    package let level: Int
    package let first: Int
    package let last: Int

    package static let fields = ContextFields<OverviewShadeView>([
        .text("level") { String($0.level) },
        .text("first") { $0.first.grouped },
        .text("last") { $0.last.grouped },
        .flag("range") { $0.last > $0.first },
    ])
}

/// A heading over some of the overview's columns.
struct OverviewGroupView: TemplateContext {
    let label: String
    let span: Int

    static let fields = ContextFields<OverviewGroupView>([
        .text("label") { $0.label },
        .text("span") { String($0.span) },
    ])
}

/// The row of a primary term.
struct OverviewRowView: TemplateContext {
    let term: TermLinkView
    /// The cells of the stages; empty where the casebook has no stages.
    let stages: [OverviewCellView]
    let cells: [OverviewCellView]

    static let fields = ContextFields<OverviewRowView>([
        .text("label") { $0.term.label },
        .text("path") { $0.term.target.reference },
        .text("count") { String($0.term.count) },
        .optionalText("number") { $0.term.number.map(String.init) },
        .optionalText("number_label") { $0.term.numberLabel },
        .list("stages", OverviewCellView.self) { $0.stages },
        .list("cells", OverviewCellView.self) { $0.cells },
    ])
}

/// A cell: the cases that have the terms of both the row and the column.
struct OverviewCellView: TemplateContext {
    let count: Int
    let link: Permalink
    /// The shade, from 0 for no case to 4 for the highest count.
    let level: Int
    let row: String
    let column: String
    /// Whether the column is that of the cases that state no stage.
    var isUnstated = false

    static let fields = ContextFields<OverviewCellView>([
        .text("count") { String($0.count) },
        .text("path") { $0.link.reference },
        .text("level") { String($0.level) },
        .text("row") { $0.row },
        .text("column") { $0.column },
        .flag("filled") { $0.count > 0 },
        .flag("unstated") { $0.isUnstated },
    ])
}
