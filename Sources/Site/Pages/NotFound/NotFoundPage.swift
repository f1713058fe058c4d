import Templates

/// The page for missing addresses.
struct NotFoundPage: HTMLPage {
    let frame = PageFrame(
        title: "ページが見つかりません", documentTitle: "ページが見つかりません",
        description: "お探しのページは見つかりませんでした。", breadcrumbs: [.home])
    let view = NotFoundView()
}

/// The names of the layout `not-found`: only those of its frames.
struct NotFoundView: TemplateContext {
    static let fields = ContextFields<NotFoundView>([])
}
