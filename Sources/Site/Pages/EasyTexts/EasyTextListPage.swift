import CasebookModel
import HTML
import Templates

/// A page of the list of all easy-language versions.
struct EasyTextListPage: HTMLPage {
    let site: RenderContext
    /// Counted from 1.
    let page: Int

    private var counts: EasyTextCounts { EasyTextCounts(site: site) }

    var frame: PageFrame {
        PageFrame(
            title: site.links.easyTexts.label, documentTitle: site.links.easyTexts.label + site.suffix(ofPage: page),
            description: site.words[.easyListDescription, counts.count.grouped, counts.total.grouped],
            breadcrumbs: [site.links.home], menu: .easyTexts, subject: .collection(nil))
    }

    var view: EasyTextListView {
        let listing = site.listings.easy
        return EasyTextListView(
            count: site.words[.easyCount, counts.count.grouped, counts.total.grouped],
            groups: (listing?.pages[page - 1] ?? []).map { group in
                EasyTextGroupView(
                    id: CaseListing.anchor(ofGroup: site.slug(of: group.term)), label: site.termLink(group.term).label,
                    isContinued: group.isContinued, texts: group.cases.compactMap(text))
            },
            pagination: listing.flatMap { PaginationView($0, page: page) { .easyTexts(page: $0) } })
    }

    private func text(ofCase index: Int) -> EasyTextLinkView? {
        site.casebook.easyTextIndex(ofCase: index).map { position in
            let entry = site.casebook.cases[index]
            return EasyTextLinkView(
                title: site.casebook.easyTexts[position].title, target: .easyText(entry.id), caseTitle: entry.title,
                isDraft: entry.status == .draft)
        }
    }
}

/// The names of the layout `easy-list`.
struct EasyTextListView: TemplateContext {
    /// How many of the cases have an easy-language version, in words.
    let count: String
    let groups: [EasyTextGroupView]
    let pagination: PaginationView?

    static let fields = ContextFields<EasyTextListView>([
        .text("easy_count") { $0.count },
        .list("groups", EasyTextGroupView.self) { $0.groups },
        .optional("pagination", PaginationView.self) { $0.pagination },
    ])
}

/// The easy-language versions of the cases of a primary term.
struct EasyTextGroupView: TemplateContext {
    let id: String
    let label: String
    /// Whether the group starts on an earlier page.
    let isContinued: Bool
    let texts: [EasyTextLinkView]

    static let fields = ContextFields<EasyTextGroupView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .flag("continued") { $0.isContinued },
        .list("texts", EasyTextLinkView.self) { $0.texts },
    ])
}

/// A link to an easy-language version.
struct EasyTextLinkView: TemplateContext {
    let title: String
    let target: Permalink
    let caseTitle: String
    let isDraft: Bool

    static let fields = ContextFields<EasyTextLinkView>([
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.target.path },
        .html("case_title_phrases") { HTMLFragment(title: $0.caseTitle) },
        .flag("draft") { $0.isDraft },
    ])
}
