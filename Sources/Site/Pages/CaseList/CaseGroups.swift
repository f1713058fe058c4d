import CasebookModel
import Templates

/// The groups of cases on one page of a list.
struct CaseGroups {
    /// The fewest groups, and the fewest cases, from which a page gets a list of contents.
    private static let (contentsMinimumGroups, contentsMinimumCases) = (3, 10)

    let site: RenderContext
    let groups: [CaseListing.Group]
    /// How many other groups are on later pages.
    let laterCount: Int

    /// - Parameters:
    ///   - site: The site with the list.
    ///   - listing: The list.
    ///   - page: Counted from 1.
    init(site: RenderContext, _ listing: CaseListing, page: Int) {
        self.site = site
        groups = listing.pages[page - 1]
        // A group that goes on has a part on each page.
        laterCount = listing.pages[page...].reduce(0) { $0 + $1.count { !$0.isContinued } }
    }

    /// The groups with the cards of their cases.
    func views() throws(RenderingError) -> [CaseGroupView] {
        try groups.map { (group) throws(RenderingError) in
            CaseGroupView(
                id: anchor(of: group), link: site.termLink(group.term), count: group.total, isContinued: group.isContinued,
                cases: try group.cases.map { (index) throws(RenderingError) in
                    try CaseCard(site: site, index: index).rendered()
                })
        }
    }

    /// Links to the groups, if the page is long and has several; otherwise empty.
    var contents: [ContentsEntryView] {
        guard groups.count >= Self.contentsMinimumGroups,
            groups.reduce(0, { $0 + $1.cases.count }) >= Self.contentsMinimumCases
        else { return [] }
        return groups.map { ContentsEntryView(id: anchor(of: $0), text: site.termLink($0.term).label, level: 2) }
    }

    private func anchor(of group: CaseListing.Group) -> String {
        CaseListing.anchor(ofGroup: site.slug(of: group.term))
    }
}

/// A group of cases in a list.
struct CaseGroupView: TemplateContext {
    let id: String
    /// The term by which the cases are grouped.
    let link: TermLinkView
    /// The number of cases in the group, on all pages.
    let count: Int
    /// Whether the group starts on an earlier page.
    let isContinued: Bool
    /// The cards of the cases.
    let cases: [Object]

    static let fields = ContextFields<CaseGroupView>([
        .text("id") { $0.id },
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .optionalText("number") { $0.link.number.map(String.init) },
        .optionalText("number_label") { $0.link.numberLabel },
        .text("count") { $0.count.grouped },
        .flag("continued") { $0.isContinued },
        .list("cases", of: CardMarkupView.self, objects: { $0.cases }),
    ])
}
