import Casebook
import HTML
import Templates

/// The layout `card`: a case in a list.
struct CaseCardView: TemplateContext {
    let id: String
    let title: String
    let link: Permalink
    let summary: String?
    let excerpt: String
    let isDraft: Bool
    let primary: Object
    let secondary: Object
    let tags: [TermListView]
    let date: CalendarDate?

    static let shape = ContextShape<CaseCardView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .text("path") { $0.link.reference },
        .optionalText("summary") { $0.summary },
        .text("excerpt") { $0.excerpt },
        .flag("draft") { $0.isDraft },
        .object("primary", shape: TermLinkView.shape.shape) { $0.primary },
        .object("secondary", shape: TermLinkView.shape.shape) { $0.secondary },
        .list("tags", TermListView.self) { $0.tags },
        .optional("date", DateView.self) { $0.date.map(DateView.init) },
    ])
}

/// What all lists of cases have around a card: the frame of the layout `card`.
struct ListFrameView: TemplateContext {
    /// What leads from a list to the site's root.
    let root: String

    static let shape = ContextShape<ListFrameView>([
        .text("root") { $0.root }
    ])
}

/// A case's card as the layout `card` makes it, without the end of its last line.
struct CardView: TemplateContext {
    let markup: HTMLFragment

    static let shape = ContextShape<CardView>([
        .html("card") { $0.markup }
    ])
}

/// The cases of one group in a list.
struct CaseGroupView: TemplateContext {
    let id: String
    let label: String
    let link: Permalink
    let number: Int?
    let numberLabel: String?
    /// How many cases the whole group has, on all pages.
    let count: Int
    let isContinued: Bool
    /// Their cards.
    let cases: [Object]

    static let shape = ContextShape<CaseGroupView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .optionalText("number") { $0.number.map(String.init) },
        .optionalText("number_label") { $0.numberLabel },
        .text("count") { $0.count.grouped },
        .flag("continued") { $0.isContinued },
        .list("cases", of: CardView.self, objects: { $0.cases }),
    ])
}
