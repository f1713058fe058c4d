import Templates

/// The layout `redirect`: an old address that leads on.
struct RedirectView: TemplateContext {
    let target: Permalink
    let targetTitle: String

    static let shape = ContextShape<RedirectView>([
        .text("target") { $0.target.reference },
        .text("target_title") { $0.targetTitle },
    ])
}

/// The layout `not-found`, which is offered nothing beside its frame.
struct NotFoundView: TemplateContext {
    static let shape = ContextShape<NotFoundView>([])
}
