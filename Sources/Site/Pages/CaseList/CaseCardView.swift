import CasebookModel
import HTML
import Templates

/// The names of the layout `card`: a case in a list.
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

    static let fields = ContextFields<CaseCardView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .text("path") { $0.link.reference },
        .optionalText("summary") { $0.summary },
        .text("excerpt") { $0.excerpt },
        .flag("draft") { $0.isDraft },
        .object("primary", shape: TermLinkView.shape) { $0.primary },
        .object("secondary", shape: TermLinkView.shape) { $0.secondary },
        .list("tags", TermListView.self) { $0.tags },
        .optional("date", DateView.self) { $0.date.map(DateView.init) },
    ])
}

/// The frame of the layout `card`: what is the same in all lists of cases.
struct CardFrameView: TemplateContext {
    /// The relative path from a list to the site's root.
    let root: String

    static let fields = ContextFields<CardFrameView>([
        .text("root") { $0.root }
    ])
}

/// A card as the layout `card` rendered it, without the end of its last line.
struct CardMarkupView: TemplateContext {
    let markup: HTMLFragment

    static let fields = ContextFields<CardMarkupView>([
        .html("card") { $0.markup }
    ])
}
