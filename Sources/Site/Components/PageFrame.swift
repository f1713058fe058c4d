import CasebookModel
import HTML
import Templates

/// A page of HTML: what its frame says about it, and what its layout shows.
protocol HTMLPage {
    associatedtype View: TemplateContext

    var frame: PageFrame { get }
    /// The names that the page's layout can use besides those of its frames.
    var view: View { get throws(RenderingError) }
}

/// What a page says about itself to its frame.
struct PageFrame {
    /// The heading of the page.
    let title: String
    /// The first part of the window's title, before that of the site; nil for the site's title alone.
    let documentTitle: String?
    let description: String
    var breadcrumbs: [LinkView] = []
    var menu = MenuEntry.none
    var subject = PageSubject.none
    /// The page that search engines list instead of this one; nil for this one.
    var canonical: Permalink?
}

extension PageFrame {
    /// Returns the frames around the names of the layout itself, the outer one first.
    func objects(of route: Route, at link: Permalink, in site: RenderContext) -> [Object] {
        let isIndexed = route.isIndexed(in: site.casebook)
        let isCanonical = route.withoutFurigana.isIndexed(in: site.casebook)
        let title = site.casebook.settings.title
        let view = PageFrameView(
            link: link, root: Self.root(of: route, at: link, baseURL: site.baseURL), title: self.title,
            documentTitle: documentTitle.map { "\($0) | \(title)" } ?? title, description: description,
            isHidden: !isIndexed, breadcrumbs: breadcrumbs, mailLink: mailLink(in: site), caseID: caseID(in: site),
            canonical: canonicalAddress(at: link, isIndexed: isCanonical, in: site),
            openGraph: isIndexed ? openGraph(at: link, in: site) : nil,
            structuredData: isIndexed ? structuredData(at: link, in: site) : nil,
            isFurigana: route.withoutFurigana != route,
            furiganaLink: site.furigana?.link(from: route, at: link, words: site.words))
        return [site.frames.object(current: menu), view.object]
    }

    /// The id of the case that the page shows.
    private func caseID(in site: RenderContext) -> String? {
        if case .caseFile(let index) = subject { site.casebook.cases[index].id } else { nil }
    }

    /// Returns the address at which readers write a mail about the page; nil without a mail address.
    private func mailLink(in site: RenderContext) -> String? {
        site.casebook.settings.contact?.mail.map { mail in
            mail.link(subject: caseID(in: site).map { site.words[.caseMailSubject, $0] })
        }
    }

    /// Returns what leads from a page to the site's root. A host shows the page for missing addresses at any depth: where the base
    /// URL is known, its links start at the host's root.
    private static func root(of route: Route, at link: Permalink, baseURL: String?) -> String {
        guard route == .notFound, let baseURL, let scheme = baseURL.firstRange(of: "://") else { return link.root }
        return String(baseURL[scheme.upperBound...].drop { $0 != "/" })
    }

    /// Returns the address that search engines use for the page: the target of a redirect, otherwise its own; nil for a page that
    /// they must not list.
    private func canonicalAddress(at link: Permalink, isIndexed: Bool, in site: RenderContext) -> String? {
        guard let baseURL = site.baseURL, let canonical = canonical ?? (isIndexed ? link : nil) else { return nil }
        return baseURL + canonical.path
    }

    private func openGraph(at link: Permalink, in site: RenderContext) -> OpenGraphView? {
        guard let baseURL = site.baseURL else { return nil }
        let settings = site.casebook.settings
        let entry: Case? = if case .caseFile(let index) = subject { site.casebook.cases[index] } else { nil }
        return OpenGraphView(
            isArticle: entry != nil, title: documentTitle ?? settings.title, description: description,
            url: link.address(at: baseURL), language: settings.language, published: entry?.published,
            modified: entry?.updated)
    }

    private func structuredData(at link: Permalink, in site: RenderContext) -> HTMLFragment? {
        site.structuredData?.element(
            subject, at: link, name: documentTitle ?? site.casebook.settings.title, description: description,
            trail: breadcrumbs.isEmpty ? [] : breadcrumbs.map { ($0.label, $0.target) } + [(title, link)])
    }
}

/// What a page says about itself to every layout: the middle frame of its context.
struct PageFrameView: TemplateContext {
    let link: Permalink
    /// What leads to the site's root.
    let root: String
    let title: String
    let documentTitle: String
    let description: String
    /// Whether search engines are asked not to list the page.
    let isHidden: Bool
    let breadcrumbs: [LinkView]
    /// The address at which readers write a mail about the page.
    let mailLink: String?
    /// The id of the case that the page shows.
    let caseID: String?
    /// Nil without a base URL, like the two that follow.
    let canonical: String?
    let openGraph: OpenGraphView?
    /// A `<script>` element.
    let structuredData: HTMLFragment?
    /// Whether the page is shown with readings.
    let isFurigana: Bool
    /// The same page with readings, or without them.
    let furiganaLink: LinkView?

    static let fields = ContextFields<PageFrameView>([
        .text("root") { $0.root },
        .text("path") { $0.link.path },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("document_title") { $0.documentTitle },
        .text("description") { $0.description },
        .flag("noindex") { $0.isHidden },
        .list("breadcrumbs", LinkView.self) { $0.breadcrumbs },
        .optionalText("mail_link") { $0.mailLink },
        .optionalText("case_id") { $0.caseID },
        .optionalText("canonical") { $0.canonical },
        .optional("open_graph", OpenGraphView.self) { $0.openGraph },
        .optionalHTML("structured_data") { $0.structuredData },
        .flag("furigana") { $0.isFurigana },
        .optional("furigana_link", LinkView.self) { $0.furiganaLink },
    ])
}

/// What other sites show about a page where they link to it: properties of the Open Graph protocol (ogp.me).
struct OpenGraphView: TemplateContext {
    let isArticle: Bool
    let title: String
    let description: String
    let url: String
    /// A BCP 47 tag.
    let language: String
    let published: CalendarDate?
    let modified: CalendarDate?

    static let fields = ContextFields<OpenGraphView>([
        .text("type") { $0.isArticle ? "article" : "website" },
        .text("title") { $0.title },
        .text("description") { $0.description },
        .text("url") { $0.url },
        .optionalText("locale") { $0.locale },
        .optionalText("published_time") { $0.published?.iso },
        .optionalText("modified_time") { $0.modified?.iso },
    ])

    /// The language with its region, such as `ja_JP`; nil where the tag has no region, except for Japanese.
    private var locale: String? {
        let parts = language.split(separator: "-")
        guard let name = parts.first else { return nil }
        if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) { return "\(name)_\(region.uppercased())" }
        return name == "ja" ? "ja_JP" : nil
    }
}
