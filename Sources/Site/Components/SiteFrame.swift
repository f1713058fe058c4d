import CasebookModel
import Search
import Templates

/// The outer frames of all pages: one for each entry of the main menu being the current one, and one for none.
struct SiteFrames: Sendable {
    private let objects: [Object]
    private let taxonomyCount: Int
    /// 1 where the menu leads to the easy-language versions, otherwise 0.
    private let easyCount: Int

    init(_ structure: SiteStructure, words: SiteWords, links: SiteLinks) {
        let casebook = structure.casebook
        let settings = casebook.settings
        let pageLink = { (slug: String) -> LinkView? in
            casebook.pages.first { $0.slug == slug }.map { LinkView(label: $0.title, target: .infoPage(slug)) }
        }
        let site = SiteView(
            settings: settings, baseURL: structure.baseURL, caseCount: structure.relations.listed.count,
            invitation: settings.invitation.flatMap(pageLink))
        let footer =
            settings.footer.compactMap(pageLink) + (casebook.glossary.isEmpty ? [] : [links.glossary])
            + (structure.news.pages.isEmpty ? [] : [links.news]) + [links.list, links.dataIndex]
        let assets = AssetNames.object(of: structure.assets, links: structure.assetLinks)
        let fields = SiteFrameView.fields(assets: assets.shape)
        let feeds = structure.feeds.routes.compactMap { FeedView($0, title: settings.title, words: words) }
        taxonomyCount = casebook.taxonomies.count
        easyCount = structure.listings.easy == nil ? 0 : 1
        objects = Self.menus(structure, links).map { menu in
            fields.object(
                of: SiteFrameView(
                    site: site.object, menu: menu, footer: footer.map(\.object), assets: assets, feeds: feeds.map(\.object)))
        }
    }

    /// Returns the frame in which an entry of the menu is the current one.
    func object(current entry: MenuEntry) -> Object {
        switch entry {
        case .cases: objects[0]
        case .taxonomy(let index): objects[1 + index]
        case .easyTexts: objects[1 + taxonomyCount]
        case .comparison: objects[1 + taxonomyCount + easyCount]
        case .booklet: objects[2 + taxonomyCount + easyCount]
        case .submission, .none: objects[objects.count - (entry == .none ? 1 : 2)]
        }
    }

    private static func menus(_ structure: SiteStructure, _ links: SiteLinks) -> [[Object]] {
        let casebook = structure.casebook
        let entries =
            [links.cases] + casebook.taxonomies.map { LinkView(label: $0.label, target: .terms(folder: $0.folder)) }
            + (structure.listings.easy == nil ? [] : [links.easyTexts]) + [links.comparisonIndex, links.editions]
            + (casebook.settings.contact == nil ? [] : [links.submission])
        return (0...entries.count).map { current in
            entries.enumerated().map { MenuItemView(link: $1, isCurrent: $0 == current).object }
        }
    }
}

/// An entry of the main menu.
enum MenuEntry: Equatable {
    case none
    case cases
    case taxonomy(Int)
    case easyTexts
    case comparison
    case booklet
    case submission
}

/// What all pages with the same current menu entry show alike: the outer frame of their context.
struct SiteFrameView {
    let site: Object
    let menu: [Object]
    let footer: [Object]
    /// The addresses of the templates' assets, by the parts of their file names.
    let assets: Object
    let feeds: [Object]

    /// Returns the names of the frame, with those of the existing assets.
    static func fields(assets: Shape) -> ContextFields<SiteFrameView> {
        ContextFields<SiteFrameView>(
            [
                .object("site", shape: SiteView.shape) { $0.site },
                .list("menu", of: MenuItemView.self, objects: { $0.menu }),
                .list("footer", of: LinkView.self, objects: { $0.footer }),
                .object("assets", shape: assets) { $0.assets },
                .list("feeds", of: FeedView.self, objects: { $0.feeds }),
                .flag("has_feeds") { !$0.feeds.isEmpty },
            ], isPermanent: false)
    }
}

/// What every page says about the site.
struct SiteView: TemplateContext {
    let settings: Settings
    /// Ends in `/`; nil where it is unknown.
    let baseURL: String?
    let caseCount: Int
    let invitation: LinkView?

    static let fields = ContextFields<SiteView>([
        .text("title") { $0.settings.title },
        .text("description") { $0.settings.description },
        .text("language") { $0.settings.language },
        .text("publisher") { $0.settings.publisher.name },
        .optionalText("publisher_url") { $0.settings.publisher.url },
        .optional("contact", ContactView.self) { $0.settings.contact.map(ContactView.init) },
        .text("source") { $0.settings.source.title },
        .optionalText("source_url") { $0.settings.source.url },
        .text("notice") { $0.settings.notice },
        .optionalText("base_url") { $0.baseURL },
        .text("case_count") { $0.caseCount.grouped },
        .flag("has_search_index") { $0.caseCount > SearchFiles.smallSize },
        .optional("invitation", LinkView.self) { $0.invitation },
    ])
}

/// An entry of the main menu for templates.
struct MenuItemView: TemplateContext {
    let link: LinkView
    let isCurrent: Bool

    static let fields = ContextFields<MenuItemView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .flag("current") { $0.isCurrent },
    ])
}

/// A feed of the site.
struct FeedView: TemplateContext {
    let title: String
    let link: Permalink
    let mediaType: String

    /// Nil for a route that is no feed.
    init?(_ route: Route, title: String, words: SiteWords) {
        let title = words[.feedsSite, title]
        switch route {
        case .atomFeed: (self.title, link, mediaType) = (words[.feedsAtom, title], .atomFeed, MediaType.atom)
        case .jsonFeed: (self.title, link, mediaType) = (words[.feedsJson, title], .jsonFeed, MediaType.jsonFeed)
        default: return nil
        }
    }

    /// The feed of a term; nil where it has none.
    init?(_ id: TermID, in site: RenderContext) {
        guard site.structure.feeds.hasFeed(id) else { return nil }
        let (casebook, words) = (site.casebook, site.words)
        title = words[.feedsAtom, words[.feedsTerm, casebook.settings.title, casebook[id].label]]
        (link, mediaType) = (casebook.feedLink(of: id), MediaType.atom)
    }

    static let fields = ContextFields<FeedView>([
        .text("title") { $0.title },
        .text("path") { $0.link.path },
        .text("type") { $0.mediaType },
    ])
}
