import Templates

/// The page at an old address, which leads to the new one.
struct RedirectPage: HTMLPage {
    let site: RenderContext
    let alias: Alias

    var frame: PageFrame {
        PageFrame(
            title: site.words[.redirectTitle],
            documentTitle: site.words[.redirectDocumentTitle, alias.title, alias.path],
            description: site.words[.redirectDescription, alias.title], canonical: alias.target)
    }

    var view: RedirectView { RedirectView(target: alias.target, targetTitle: alias.title) }
}

/// The names of the layout `redirect`.
struct RedirectView: TemplateContext {
    let target: Permalink
    let targetTitle: String

    static let fields = ContextFields<RedirectView>([
        .text("target") { $0.target.reference },
        .text("target_title") { $0.targetTitle },
    ])
}
