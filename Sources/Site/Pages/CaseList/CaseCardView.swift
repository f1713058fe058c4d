import CasebookModel
import HTML
import Templates

/// The names of the layout `card`: a case in a list.
struct CaseCardView: TemplateContext {
    let id: String
    let title: String
    let link: Permalink
    let summary: String?
    /// The starts of sections; empty where the case has a summary.
    let excerpts: [CaseExcerptView]
    let isDraft: Bool
    let primary: Object
    let secondary: Object
    let tags: [TermListView]
    /// The values of declared fields.
    let values: [FieldValueView]
    let date: DateView?
    /// The address of the easy-language version.
    let easyText: Permalink?

    static let fields = ContextFields<CaseCardView>([
        .text("id") { $0.id },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.link.reference },
        .optionalText("summary") { $0.summary },
        .list("excerpts", CaseExcerptView.self) { $0.excerpts },
        .flag("draft") { $0.isDraft },
        .object("primary", shape: TermLinkView.shape) { $0.primary },
        .object("secondary", shape: TermLinkView.shape) { $0.secondary },
        .list("tags", TermListView.self) { $0.tags },
        .list("values", FieldValueView.self) { $0.values },
        .optional("date", DateView.self) { $0.date },
        .optionalText("easy_path") { $0.easyText?.path },
    ])
}

/// The start of a section on a card.
struct CaseExcerptView: TemplateContext {
    let heading: String
    /// The index of the section's definition.
    let position: Int
    let text: String

    static let fields = ContextFields<CaseExcerptView>([
        .text("heading") { $0.heading },
        .text("mark") { SectionView.mark(ofSection: $0.position) },
        .text("text") { $0.text },
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
