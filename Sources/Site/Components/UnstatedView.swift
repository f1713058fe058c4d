import CasebookModel
import Templates

/// A link to the cases that state no term of a taxonomy, with their number.
struct UnstatedView: TemplateContext {
    let label: String
    let link: Permalink
    let count: Int

    /// Nil where the taxonomy does not list such cases, or where there are none.
    init?(taxonomy index: Int, in structure: SiteStructure) {
        let taxonomy = structure.casebook.taxonomies[index]
        guard let label = taxonomy.unstated, let listing = structure.listings.unstated[index] else { return nil }
        self.label = label
        link = .unstated(folder: taxonomy.folder)
        count = listing.count
    }

    static let fields = ContextFields<UnstatedView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .text("count") { $0.count.grouped },
        .text("count_digits") { String($0.count) },
        .text("sentence") { "\($0.label)事例が\($0.count.grouped)件あります" },
    ])
}
