import CasebookModel
import Templates

/// A link to the cases that state no term of a taxonomy, with their number.
struct UnstatedView: TemplateContext {
    let label: String
    let link: Permalink
    let count: Int
    /// That there are such cases, without a full stop.
    let sentence: String

    /// Nil where the taxonomy does not list such cases, or where there are none.
    init?(taxonomy index: Int, in site: RenderContext) {
        let taxonomy = site.casebook.taxonomies[index]
        guard let label = taxonomy.unstated, let listing = site.listings.unstated[index] else { return nil }
        self.label = label
        link = .unstated(folder: taxonomy.folder)
        count = listing.count
        sentence = site.words[.unstatedSentence, label, listing.count.grouped]
    }

    static let fields = ContextFields<UnstatedView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .text("count") { $0.count.grouped },
        .text("count_digits") { String($0.count) },
        .text("sentence") { $0.sentence },
    ])
}
