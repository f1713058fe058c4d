import Basics
import HTML
import Templates

/// The names of the layout `booklet`: the collection or a volume of it as one document, or the list of the volumes.
struct BookletView: TemplateContext {
    let volumes: [Object]
    let volumeLabel: String?
    /// The document printed to PDF; nil where the content has none.
    let pdf: PrintedBookletView?
    /// The files of the editions with the same cases.
    var editions: [EditionLinkView] = []
    let parts: [Object]
    let indexes: [BookletIndexView]

    static let fields = ContextFields<BookletView>([
        .list("volumes", of: TermLinkView.self, objects: { $0.volumes }),
        .flag("has_volumes") { !$0.volumes.isEmpty },
        .optionalText("volume_label") { $0.volumeLabel },
        .optional("pdf", PrintedBookletView.self) { $0.pdf },
        .list("editions", EditionLinkView.self) { $0.editions },
        .list("contents", of: BookletPartView.self, objects: { $0.parts }),
        .list("parts", of: BookletPartView.self, objects: { $0.parts }),
        .list("indexes", BookletIndexView.self) { $0.indexes },
    ])
}

/// The booklet or a volume of it, printed to PDF.
struct PrintedBookletView: TemplateContext {
    let path: String
    let byteCount: Int?

    static let fields = ContextFields<PrintedBookletView>([
        .text("path") { Permalink.image($0.path).reference },
        .optionalText("size") { $0.byteCount.map(FileSize.label) },
    ])
}

/// The cases of a primary term.
struct BookletPartView: TemplateContext {
    let id: String
    let term: TermLinkView
    let cases: [Object]

    static let fields = ContextFields<BookletPartView>([
        .text("id") { $0.id },
        .text("label") { $0.term.label },
        .text("count") { $0.cases.count.grouped },
        .optionalText("number") { $0.term.number.map(String.init) },
        .optionalText("number_label") { $0.term.numberLabel },
        .list("cases", of: BookletCaseView.self, objects: { $0.cases }),
    ])
}

/// A case in the booklet.
struct BookletCaseView: TemplateContext {
    let id: String
    let title: String
    let secondary: String
    let isDraft: Bool
    let address: String
    let facts: [Object]
    let values: [FieldValueView]
    let sections: [SectionView]

    static let fields = ContextFields<BookletCaseView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("secondary") { $0.secondary },
        .flag("draft") { $0.isDraft },
        .text("address") { $0.address },
        .list("facts", of: FactView.self, objects: { $0.facts }),
        .list("values", FieldValueView.self) { $0.values },
        .list("sections", SectionView.self) { $0.sections },
    ])
}

/// The index of a taxonomy at the end of the booklet.
struct BookletIndexView: TemplateContext {
    let id: String
    let label: String
    let terms: [BookletIndexTermView]

    static let fields = ContextFields<BookletIndexView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .list("terms", BookletIndexTermView.self) { $0.terms },
    ])
}

/// A term, with the cases of the booklet that have it.
struct BookletIndexTermView: TemplateContext {
    let label: String
    let cases: [BookletIndexCaseView]

    static let fields = ContextFields<BookletIndexTermView>([
        .text("label") { $0.label },
        .text("count") { $0.cases.count.grouped },
        .list("cases", BookletIndexCaseView.self) { $0.cases },
    ])
}

/// A case in an index; `id` is its anchor in the booklet.
struct BookletIndexCaseView: TemplateContext {
    let id: String
    let title: String

    static let fields = ContextFields<BookletIndexCaseView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
    ])
}
