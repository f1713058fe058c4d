import HTML
import Templates

/// The names of the layout `term`: a term with its cases.
struct TermView: TemplateContext {
    let term: TermDetailView
    let groups: [CaseGroupView]
    /// Links to the groups; empty where the page is short.
    let contents: [ContentsEntryView]
    /// The number of groups on later pages.
    let laterGroups: Int
    let pagination: PaginationView?
    let relatedTerms: [RelatedTermsView]
    let unstated: UnstatedView?
    let comparison: LinkView?
    let feed: FeedView?

    static let fields = ContextFields<TermView>([
        .object("term", TermDetailView.self) { $0.term },
        .list("groups", CaseGroupView.self) { $0.groups },
        .list("contents", ContentsEntryView.self) { $0.contents },
        .flag("has_contents") { !$0.contents.isEmpty },
        .optionalText("later_groups") { $0.laterGroups > 0 ? $0.laterGroups.grouped : nil },
        .optional("pagination", PaginationView.self) { $0.pagination },
        .list("meets", RelatedTermsView.self) { $0.relatedTerms },
        .flag("has_meets") { !$0.relatedTerms.isEmpty },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .optional("compare", LinkView.self) { $0.comparison },
        .optional("feed", FeedView.self) { $0.feed },
    ])
}

/// What a term's own page shows about it.
struct TermDetailView: TemplateContext {
    let link: TermLinkView
    let taxonomyLink: LinkView
    let group: String?
    let aliases: [String]
    let body: HTMLFragment?

    static let fields = ContextFields<TermDetailView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .text("count") { $0.link.count.grouped },
        .optionalText("number") { $0.link.number.map(String.init) },
        .optionalText("number_label") { $0.link.numberLabel },
        .text("taxonomy_label") { $0.taxonomyLink.label },
        .text("taxonomy_path") { $0.taxonomyLink.target.reference },
        .optionalText("group") { $0.group },
        .texts("aliases") { $0.aliases },
        .flag("has_aliases") { !$0.aliases.isEmpty },
        .optionalHTML("body") { $0.body },
        .flag("empty") { $0.link.count == 0 },
    ])
}
