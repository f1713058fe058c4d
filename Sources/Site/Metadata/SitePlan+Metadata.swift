import Casebook
import HTML

extension SitePlan {
    /// The one address that stands for a page: a redirect's target, else its own; none for a page that search engines shall not
    /// name.
    func canonical(_ frame: Frame, at link: Permalink, isIndexed: Bool) -> String? {
        guard let baseURL, let canonical = frame.canonical ?? (isIndexed ? link : nil) else { return nil }
        return baseURL + canonical.path
    }

    func openGraph(_ frame: Frame, at link: Permalink, isIndexed: Bool) -> OpenGraphView? {
        guard let baseURL, isIndexed else { return nil }
        var view = OpenGraphView(
            isArticle: frame.caseIndex != nil, title: frame.documentTitle ?? casebook.settings.title,
            description: frame.description, url: link.address(at: baseURL), language: casebook.settings.language)
        if let index = frame.caseIndex {
            view.published = casebook.cases[index].published
            view.modified = casebook.cases[index].updated
        }
        return view
    }

    func structuredData(_ frame: Frame, at link: Permalink, isIndexed: Bool) -> HTMLFragment? {
        guard isIndexed, let linkedData else { return nil }
        let crumbs = frame.breadcrumbs
        return linkedData.element(
            frame.subject, at: link, name: frame.documentTitle ?? casebook.settings.title, description: frame.description,
            trail: crumbs.isEmpty ? [] : crumbs + [LinkView(label: frame.title, link: link)])
    }

    /// What leads from a page to the site's root. A host shows the page for missing addresses at any depth: where the base URL
    /// is known, its links start at the host's root.
    func root(of route: Route, at link: Permalink) -> String {
        guard route == .notFound, let baseURL, let scheme = baseURL.firstRange(of: "://") else { return link.root }
        return String(baseURL[scheme.upperBound...].drop { $0 != "/" })
    }
}
