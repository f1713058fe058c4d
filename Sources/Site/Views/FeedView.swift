import Templates

/// A feed that the site has.
struct FeedView: TemplateContext {
    let title: String
    let link: Permalink
    /// The media type.
    let type: String

    static let shape = ContextShape<FeedView>([
        .text("title") { $0.title },
        .text("path") { $0.link.path },
        .text("type") { $0.type },
    ])
}
