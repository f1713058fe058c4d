import Casebook
import Templates

/// What a page says of itself to its frame.
struct Frame {
    /// The heading of the page.
    let title: String
    /// What stands in the window's title before the site's; nil for the site's title alone.
    let documentTitle: String?
    let description: String
    var breadcrumbs: [LinkView] = []
    var menu = MenuEntry.none
    var subject = PageSubject.none
    /// The page that stands for this one; nil for itself.
    var canonical: Permalink?

    /// The case that the page is about.
    var caseIndex: Int? {
        if case .caseFile(let index) = subject { index } else { nil }
    }
}

/// An entry of the main menu.
enum MenuEntry {
    case none
    case cases
    case search
    case taxonomy(Int)
    case comparison
    case booklet
}

extension SitePlan {
    /// The frames around a layout's own names, the outer one first.
    func frameObjects(_ frame: Frame, of route: Route, at link: Permalink) -> [Object] {
        let isIndexed = route.isIndexed(casebook)
        let title = casebook.settings.title
        let view = FrameView(
            link: link, root: root(of: route, at: link), title: frame.title,
            documentTitle: frame.documentTitle.map { "\($0) | \(title)" } ?? title, description: frame.description,
            isHidden: !isIndexed, breadcrumbs: frame.breadcrumbs, canonical: canonical(frame, at: link, isIndexed: isIndexed),
            openGraph: openGraph(frame, at: link, isIndexed: isIndexed),
            structuredData: structuredData(frame, at: link, isIndexed: isIndexed))
        return [shared.frame(current: frame.menu), view.object]
    }

    /// The first breadcrumb of every page.
    var homeCrumb: LinkView { LinkView(label: "ホーム", link: .home) }

    /// The breadcrumb of a taxonomy's index.
    func crumb(ofTaxonomy index: Int) -> LinkView {
        shared.taxonomyLinks[index]
    }

    /// The breadcrumb of a term's page.
    func crumb(of id: TermID) -> LinkView {
        let link = shared.termLinks[id.taxonomy][id.term]
        return LinkView(label: link.label, link: link.link)
    }

    /// What tells the pages of one list apart in their titles; empty for the first.
    func pageSuffix(_ page: Int) -> String { page > 1 ? "（\(page)ページ目）" : "" }
}
