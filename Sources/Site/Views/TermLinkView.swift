import Templates

/// A link to a term with how many cases it has.
struct TermLinkView: TemplateContext {
    let label: String
    let link: Permalink
    let count: Int
    let number: Int?
    /// The label of the term's taxonomy, which a number follows.
    let taxonomyLabel: String
    /// A sentence about the term.
    var summary: String?
    var isCurrent = false

    var numberLabel: String? { number.map { "\(taxonomyLabel)\($0)" } }

    static let shape = ContextShape<TermLinkView>([
        .text("label") { $0.label },
        .text("path") { $0.link.reference },
        .text("count") { $0.count.grouped },
        // For narrow columns.
        .text("count_digits") { String($0.count) },
        .optionalText("number") { $0.number.map(String.init) },
        .optionalText("number_label") { $0.numberLabel },
        .optionalText("summary") { $0.summary },
        .flag("current") { $0.isCurrent },
        .flag("unoccupied") { $0.count == 0 },
    ])
}

/// The terms of a taxonomy under its label.
struct TermListView: TemplateContext {
    let label: String
    let terms: [Object]

    static let shape = ContextShape<TermListView>([
        .text("label") { $0.label },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
    ])
}
