import Templates

/// How many cases state no term of a taxonomy, said rather than hidden.
struct UnstatedView: TemplateContext {
    let label: String
    let link: Permalink
    let count: Int

    static let shape = ContextShape<UnstatedView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .text("count") { $0.count.grouped },
        .text("count_digits") { String($0.count) },
        .text("sentence") { "\($0.label)事例が\($0.count.grouped)件あります" },
    ])
}
