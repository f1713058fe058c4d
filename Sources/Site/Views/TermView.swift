import HTML
import Templates

/// The layout `term`: a term with its cases.
struct TermView: TemplateContext {
    let term: TermDetailView
    let groups: [CaseGroupView]
    /// Empty where the page is short.
    let contents: [ContentsEntryView]
    let pagination: PaginationView?
    let meets: [MeetingTermsView]
    let unstated: UnstatedView?
    let comparison: LinkView?

    static let shape = ContextShape<TermView>([
        .object("term", TermDetailView.self) { $0.term },
        .list("groups", CaseGroupView.self) { $0.groups },
        .list("contents", ContentsEntryView.self) { $0.contents },
        .flag("has_contents") { !$0.contents.isEmpty },
        .optional("pagination", PaginationView.self) { $0.pagination },
        .list("meets", MeetingTermsView.self) { $0.meets },
        .flag("has_meets") { !$0.meets.isEmpty },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .optional("compare", LinkView.self) { $0.comparison },
    ])
}

/// All that is said about a term on its own page.
struct TermDetailView: TemplateContext {
    let link: TermLinkView
    let taxonomyLink: LinkView
    let group: String?
    let aliases: [String]
    let body: HTMLFragment?

    static let shape = ContextShape<TermDetailView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.link.reference },
        .text("count") { $0.link.count.grouped },
        .optionalText("number") { $0.link.number.map(String.init) },
        .optionalText("number_label") { $0.link.numberLabel },
        .text("taxonomy_label") { $0.taxonomyLink.label },
        .text("taxonomy_path") { $0.taxonomyLink.link.reference },
        .optionalText("group") { $0.group },
        .texts("aliases") { $0.aliases },
        .flag("has_aliases") { !$0.aliases.isEmpty },
        .optionalHTML("body") { $0.body },
        .flag("empty") { $0.link.count == 0 },
    ])
}
