import HTML
import Templates

/// The frame of the layout `book`: what every document of a book says about itself.
struct BookFrameView: TemplateContext {
    let title: String
    let documentTitle: String

    static let fields = ContextFields<BookFrameView>([
        // The addresses in a document are those of the site's root; a book puts its own in their place.
        .text("root") { _ in "" },
        .text("title") { $0.title },
        .text("document_title") { $0.documentTitle },
    ])
}

/// The names of the layout `book`: a document of a book. Each document has one of these parts.
struct BookView: TemplateContext {
    var cover: BookCoverView?
    var about: BookAboutView?
    var contents: BookContentsView?
    var part: BookPartView?
    var entry: BookCaseView?
    var index: BookIndexView?
    var glossary: GlossaryView?

    static let fields = ContextFields<BookView>([
        .optional("cover", BookCoverView.self) { $0.cover },
        .optional("about", BookAboutView.self) { $0.about },
        .optional("nav", BookContentsView.self) { $0.contents },
        .optional("part", BookPartView.self) { $0.part },
        .optional("case", BookCaseView.self) { $0.entry },
        .optional("index", BookIndexView.self) { $0.index },
        .optional("glossary", GlossaryView.self) { $0.glossary },
    ])
}

/// The cover of a book.
struct BookCoverView: TemplateContext {
    let volumeLabel: String?
    /// The day of the last change of a case in the book.
    let modified: DateView?

    static let fields = ContextFields<BookCoverView>([
        .optionalText("volume_label") { $0.volumeLabel },
        .optional("modified", DateView.self) { $0.modified },
    ])
}

/// What to know before reading: the notice, and how the book is ordered.
struct BookAboutView: TemplateContext {
    let taxonomy: String
    let count: Int
    let indexes: [LinkView]

    static let fields = ContextFields<BookAboutView>([
        .text("taxonomy") { $0.taxonomy },
        .text("count") { $0.count.grouped },
        .list("indexes", LinkView.self) { $0.indexes },
        .flag("has_indexes") { !$0.indexes.isEmpty },
    ])
}

/// The contents of a book.
struct BookContentsView: TemplateContext {
    let entries: [BookEntryView]
    let landmarks: [BookLandmarkView]

    static let fields = ContextFields<BookContentsView>([
        .list("entries", BookEntryView.self) { $0.entries },
        .list("landmarks", BookLandmarkView.self) { $0.landmarks },
    ])
}

/// A document in the contents; one of a primary term with the cases that follow.
struct BookEntryView: TemplateContext {
    let label: String
    let path: String
    var cases: [BookCaseLinkView] = []

    static let fields = ContextFields<BookEntryView>([
        .text("label") { $0.label },
        .text("path") { $0.path },
        .flag("has_cases") { !$0.cases.isEmpty },
        .list("cases", BookCaseLinkView.self) { $0.cases },
    ])
}

/// A link to a case of a book.
struct BookCaseLinkView: TemplateContext {
    let number: Int
    let title: String
    let path: String

    static let fields = ContextFields<BookCaseLinkView>([
        .text("number") { $0.number.grouped },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.path },
    ])
}

/// A main part of a book, by the names of EPUB.
struct BookLandmarkView: TemplateContext {
    let kind: String
    let label: String
    let path: String

    static let fields = ContextFields<BookLandmarkView>([
        .text("kind") { $0.kind },
        .text("label") { $0.label },
        .text("path") { $0.path },
    ])
}

/// The start of the cases of a primary term.
struct BookPartView: TemplateContext {
    let label: String
    let numberLabel: String?
    let count: Int
    let body: HTMLFragment

    static let fields = ContextFields<BookPartView>([
        .text("label") { $0.label },
        .optionalText("number_label") { $0.numberLabel },
        .text("count") { $0.count.grouped },
        .html("body") { $0.body },
    ])
}

/// A case of a book.
struct BookCaseView: TemplateContext {
    let number: Int
    let title: String
    let summary: String?
    let address: String
    let published: DateView?
    let updated: DateView?
    let facts: [Object]
    let values: [FieldValueView]
    let sections: [SectionView]
    let easyText: BookEasyTextView?

    static let fields = ContextFields<BookCaseView>([
        .text("number") { $0.number.grouped },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .optionalText("summary") { $0.summary },
        .text("address") { $0.address },
        .optional("published", DateView.self) { $0.published },
        .optional("updated", DateView.self) { $0.updated },
        .list("facts", of: FactView.self, objects: { $0.facts }),
        .list("values", FieldValueView.self) { $0.values },
        .flag("has_values") { !$0.values.isEmpty },
        .list("sections", SectionView.self) { $0.sections },
        .optional("easy", BookEasyTextView.self) { $0.easyText },
    ])
}

/// The easy-language version of a case of a book.
struct BookEasyTextView: TemplateContext {
    let title: String
    let body: HTMLFragment

    static let fields = ContextFields<BookEasyTextView>([
        .text("id") { _ in BookLinks.easyTextAnchor },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .html("body") { $0.body },
    ])
}

/// An index of a book: the terms of a taxonomy with their cases.
struct BookIndexView: TemplateContext {
    let label: String
    let terms: [BookIndexTermView]

    static let fields = ContextFields<BookIndexView>([
        .text("label") { $0.label },
        .list("terms", BookIndexTermView.self) { $0.terms },
    ])
}

/// A term in an index of a book.
struct BookIndexTermView: TemplateContext {
    let id: String
    let label: String
    let cases: [BookCaseLinkView]

    static let fields = ContextFields<BookIndexTermView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .text("count") { $0.cases.count.grouped },
        .list("cases", BookCaseLinkView.self) { $0.cases },
    ])
}
