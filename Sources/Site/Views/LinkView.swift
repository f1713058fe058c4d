import Templates

/// A link by its words: `path` is below the site's root.
struct LinkView: TemplateContext {
    let label: String
    let link: Permalink

    static let shape = ContextShape<LinkView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
    ])
}

/// A link to a page with a title.
struct PageLinkView: TemplateContext {
    let title: String
    let link: Permalink

    static let shape = ContextShape<PageLinkView>([
        .text("title") { $0.title },
        .text("path") { $0.link.reference },
    ])
}

/// An entry of the main menu.
struct MenuItemView: TemplateContext {
    let label: String
    let link: Permalink
    let isCurrent: Bool

    static let shape = ContextShape<MenuItemView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .flag("current") { $0.isCurrent },
    ])
}
