import Templates

/// The index of a taxonomy at the back of the booklet.
struct BookletIndexView: TemplateContext {
    let id: String
    let label: String
    let terms: [BookletIndexTermView]

    static let shape = ContextShape<BookletIndexView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .list("terms", BookletIndexTermView.self) { $0.terms },
    ])
}

/// A term and the cases of the booklet that have it.
struct BookletIndexTermView: TemplateContext {
    let label: String
    let cases: [BookletIndexCaseView]

    static let shape = ContextShape<BookletIndexTermView>([
        .text("label") { $0.label },
        .text("count") { $0.cases.count.grouped },
        .list("cases", BookletIndexCaseView.self) { $0.cases },
    ])
}

/// A case in an index: `id` is its anchor in the booklet.
struct BookletIndexCaseView: TemplateContext {
    let id: String
    let title: String

    static let shape = ContextShape<BookletIndexCaseView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
    ])
}
