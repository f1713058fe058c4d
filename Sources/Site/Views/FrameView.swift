import HTML
import Templates

/// What a page says of itself to every layout: the middle frame of its context.
struct FrameView: TemplateContext {
    let link: Permalink
    /// What leads to the site's root.
    let root: String
    let title: String
    let documentTitle: String
    let description: String
    /// Whether search engines are asked to leave the page out.
    let isHidden: Bool
    let breadcrumbs: [LinkView]
    /// Nil without a base URL, as the two that follow are.
    let canonical: String?
    let openGraph: OpenGraphView?
    /// A `<script>` element.
    let structuredData: HTMLFragment?

    static let shape = ContextShape<FrameView>([
        .text("root") { $0.root },
        .text("path") { $0.link.path },
        .text("title") { $0.title },
        .text("document_title") { $0.documentTitle },
        .text("description") { $0.description },
        .flag("noindex") { $0.isHidden },
        .list("breadcrumbs", LinkView.self) { $0.breadcrumbs },
        .optionalText("canonical") { $0.canonical },
        .optional("open_graph", OpenGraphView.self) { $0.openGraph },
        .optionalHTML("structured_data") { $0.structuredData },
    ])
}
