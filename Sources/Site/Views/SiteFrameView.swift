import Templates

/// What all pages with one entry of the menu current are offered alike, made once: the outer frame of their context.
struct SiteFrameView {
    let site: Object
    let menu: [Object]
    let footer: [Object]
    /// The addresses of the templates' assets, by the parts of their file names.
    let assets: Object
    let feeds: [Object]

    /// The names of the frame, with those of the assets that there are.
    static func shape(assets: Shape) -> ContextShape<SiteFrameView> {
        ContextShape<SiteFrameView>([
            .object("site", shape: SiteView.shape.shape) { $0.site },
            .list("menu", of: MenuItemView.self, objects: { $0.menu }),
            .list("footer", of: LinkView.self, objects: { $0.footer }),
            .object("assets", shape: assets) { $0.assets },
            .list("feeds", of: FeedView.self, objects: { $0.feeds }),
        ])
    }
}
