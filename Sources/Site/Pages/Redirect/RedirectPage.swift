import Templates

/// The page at an old address, which leads to the new one.
struct RedirectPage: HTMLPage {
    let alias: Alias

    var frame: PageFrame {
        PageFrame(
            title: "ページが移動しました", documentTitle: "ページが移動しました：\(alias.title)（\(alias.path)）",
            description: "「\(alias.title)」は新しい場所に移りました。", canonical: alias.target)
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
