import CasebookModel
import HTML
import Templates

/// The names of the layout `case`.
struct CaseView: TemplateContext {
    let id: String
    let summary: String?
    let status: Case.Status
    /// Why a withdrawn case was withdrawn.
    let withdrawalReason: String?
    /// The address of the easy-language version.
    let easyText: Permalink?
    let published: DateView?
    let updated: DateView?
    let address: String
    let facts: [Object]
    let values: [FieldValueView]
    let sections: [SectionView]
    /// Empty where the case is short.
    let contents: [ContentsEntryView]
    let primary: Object
    /// Nil for a case that no list shows.
    let position: Int?
    let positionTotal: Int
    let previous: PageLinkView?
    let next: PageLinkView?
    let related: [Object]

    static let fields = ContextFields<CaseView>([
        .text("id") { $0.id },
        .optionalText("summary") { $0.summary },
        .flag("draft") { $0.status == .draft },
        .flag("withdrawn") { $0.status == .withdrawn },
        .optionalText("withdrawn_reason") { $0.withdrawalReason },
        .optionalText("easy_path") { $0.easyText?.path },
        .optional("published", DateView.self) { $0.published },
        .optional("updated", DateView.self) { $0.updated },
        .text("address") { $0.address },
        .list("facts", of: FactView.self, objects: { $0.facts }),
        .list("values", FieldValueView.self) { $0.values },
        .flag("has_values") { !$0.values.isEmpty },
        .list("sections", SectionView.self) { $0.sections },
        .list("contents", ContentsEntryView.self) { $0.contents },
        .flag("has_contents") { !$0.contents.isEmpty },
        .object("primary", shape: TermLinkView.shape) { $0.primary },
        .flag("listed") { $0.position != nil },
        .flag("is_alone") { $0.positionTotal == 1 },
        .text("position") { ($0.position ?? 0).grouped },
        .text("position_total") { $0.positionTotal.grouped },
        .optional("previous", PageLinkView.self) { $0.previous },
        .optional("next", PageLinkView.self) { $0.next },
        .list("related", of: RelatedView.self, objects: { $0.related }),
        .flag("has_related") { !$0.related.isEmpty },
        .text("related_count") { $0.related.count.grouped },
    ])
}

/// A related case, with the reason why it is related.
struct RelatedView: TemplateContext {
    let title: String
    let path: String
    let reason: String
    let secondary: String

    static let fields = ContextFields<RelatedView>([
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.path },
        .text("reason") { $0.reason },
        .text("secondary") { $0.secondary },
    ])
}
