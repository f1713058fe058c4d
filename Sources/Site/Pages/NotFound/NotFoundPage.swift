import Templates

/// The page for missing addresses.
struct NotFoundPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.words[.notFoundTitle], documentTitle: site.words[.notFoundTitle],
            description: site.words[.notFoundDescription], breadcrumbs: [site.links.home])
    }

    let view = NotFoundView()
}

/// The names of the layout `not-found`: only those of its frames.
struct NotFoundView: TemplateContext {
    static let fields = ContextFields<NotFoundView>([])
}
