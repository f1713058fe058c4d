import Templates

/// The overview figure: the primary terms along the stages and against the secondary terms, with the number of cases that have both.
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

    static let shape = ContextShape<OverviewView>([
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

/// The heads of the columns that show a way.
struct OverviewStagesView: TemplateContext {
    let link: LinkView
    /// How many columns there are, that of the cases which state no stage among them.
    let span: Int
    let terms: [Object]
    /// The cases that state no stage; nil where all do.
    let unstated: UnstatedView?

    static let shape = ContextShape<OverviewStagesView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.link.reference },
        .text("span") { String($0.span) },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .optional("unstated", UnstatedView.self) { $0.unstated },
    ])
}

/// A shade of the overview and the counts that have it.
struct OverviewShadeView: TemplateContext {
    let level: Int
    let first: Int
    let last: Int

    static let shape = ContextShape<OverviewShadeView>([
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

    static let shape = ContextShape<OverviewGroupView>([
        .text("label") { $0.label },
        .text("span") { String($0.span) },
    ])
}

/// A primary term's row.
struct OverviewRowView: TemplateContext {
    let term: TermLinkView
    /// The cells along the way; none where the casebook has no stages.
    let stages: [OverviewCellView]
    let cells: [OverviewCellView]

    static let shape = ContextShape<OverviewRowView>([
        .text("label") { $0.term.label },
        .text("path") { $0.term.link.reference },
        .text("count") { String($0.term.count) },
        .optionalText("number") { $0.term.number.map(String.init) },
        .optionalText("number_label") { $0.term.numberLabel },
        .list("stages", OverviewCellView.self) { $0.stages },
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
    /// Whether these are the cases that state no stage.
    var isUnstated = false

    static let shape = ContextShape<OverviewCellView>([
        .text("count") { String($0.count) },
        .text("path") { $0.link.reference },
        .text("level") { String($0.level) },
        .text("row") { $0.row },
        .text("column") { $0.column },
        .flag("filled") { $0.count > 0 },
        .flag("unstated") { $0.isUnstated },
    ])
}
