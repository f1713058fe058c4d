import HTML
import Templates

/// The names of the layout `compare-index`.
struct ComparisonIndexView: TemplateContext {
    let terms: [TermLinkView]
    /// The terms with several cases.
    let compared: [ComparedTermView]
    let caseCount: Int

    /// The terms with one case, which has nothing to be compared with.
    private var single: [TermLinkView] { terms.filter { $0.count == 1 } }

    static let fields = ContextFields<ComparisonIndexView>([
        .list("terms", TermLinkView.self) { $0.terms },
        .text("total_terms") { $0.terms.count.grouped },
        .text("total_cases") { $0.caseCount.grouped },
        .list("compared", ComparedTermView.self) { $0.compared },
        .list("single", TermLinkView.self) { $0.single },
        .flag("has_single") { !$0.single.isEmpty },
    ])
}

/// A term with several cases, and the first of them.
struct ComparedTermView: TemplateContext {
    let link: TermLinkView
    let cases: [PageLinkView]
    let otherCases: Int

    static let fields = ContextFields<ComparedTermView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .text("count") { $0.link.count.grouped },
        .optionalText("number_label") { $0.link.numberLabel },
        .list("cases", PageLinkView.self) { $0.cases },
        .flag("has_others") { $0.otherCases > 0 },
        .text("other_count") { $0.otherCases.grouped },
    ])
}

/// The names of the layout `compare`: the sections of a primary term's cases side by side.
struct ComparisonView: TemplateContext {
    let term: Object
    let headings: [SectionHeadingView]
    let cases: [Object]
    let siblings: [TermLinkView]
    let pagination: PaginationView?

    static let fields = ContextFields<ComparisonView>([
        .object("term", shape: TermLinkView.shape) { $0.term },
        .list("headings", SectionHeadingView.self) { $0.headings },
        .list("cases", of: ComparedCaseView.self, objects: { $0.cases }),
        .list("siblings", TermLinkView.self) { $0.siblings },
        .optional("pagination", PaginationView.self) { $0.pagination },
    ])
}

/// A case as a row of cells, one cell per section.
struct ComparedCaseView: TemplateContext {
    let id: String
    let title: String
    let link: Permalink
    let secondary: Object
    /// The values of the declared fields that cards show.
    let values: [FieldValueView]
    let cells: [SectionView]

    static let fields = ContextFields<ComparedCaseView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.link.reference },
        .object("secondary", shape: TermLinkView.shape) { $0.secondary },
        .list("values", FieldValueView.self) { $0.values },
        .list("cells", SectionView.self) { $0.cells },
    ])
}

/// The heading of a section, above a column of the sections of all cases.
struct SectionHeadingView: TemplateContext {
    let heading: String
    /// The index of its definition.
    let position: Int

    static let fields = ContextFields<SectionHeadingView>([
        .text("heading") { $0.heading },
        .text("number") { String($0.position + 1) },
        .text("mark") { SectionView.mark(ofSection: $0.position) },
    ])
}
