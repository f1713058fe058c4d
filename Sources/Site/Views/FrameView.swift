import HTML
import Templates

/// What every layout is offered around its own names: the outer frame of its context.
struct FrameView {
    let link: Permalink
    /// What leads to the site's root.
    let root: String
    let title: String
    let documentTitle: String
    let description: String
    /// Whether search engines are asked to leave the page out.
    let isHidden: Bool
    let breadcrumbs: [LinkView]
    let menu: [Object]
    let site: Object
    let footer: [Object]
    /// The addresses of the templates' assets, by the parts of their file names.
    let assets: Object
    /// Nil without a base URL, as the two that follow are.
    let canonical: String?
    let openGraph: OpenGraphView?
    /// A `<script>` element.
    let structuredData: HTMLFragment?
    let feeds: [Object]

    /// The names of a frame, with those of the assets that there are.
    static func shape(assets: Shape) -> ContextShape<FrameView> {
        ContextShape<FrameView>([
            .text("root") { $0.root },
            .text("path") { $0.link.path },
            .text("title") { $0.title },
            .text("document_title") { $0.documentTitle },
            .text("description") { $0.description },
            .flag("noindex") { $0.isHidden },
            .object("site", shape: SiteView.shape.shape) { $0.site },
            .list("menu", of: MenuItemView.self, objects: { $0.menu }),
            .list("footer", of: LinkView.self, objects: { $0.footer }),
            .list("breadcrumbs", LinkView.self) { $0.breadcrumbs },
            .object("assets", shape: assets) { $0.assets },
            .optionalText("canonical") { $0.canonical },
            .optional("open_graph", OpenGraphView.self) { $0.openGraph },
            .optionalHTML("structured_data") { $0.structuredData },
            .list("feeds", of: FeedView.self, objects: { $0.feeds }),
        ])
    }
}
