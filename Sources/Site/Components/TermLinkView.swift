import Templates

/// A link to a term's page, with its number of cases.
struct TermLinkView: TemplateContext {
    let label: String
    let target: Permalink
    let count: Int
    let number: Int?
    /// The number after the label of the term's taxonomy; nil without a number.
    let numberLabel: String?
    /// A sentence about the term.
    var summary: String?
    var isCurrent = false

    static let fields = ContextFields<TermLinkView>([
        .text("label") { $0.label },
        .text("path") { $0.target.reference },
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

/// Terms of a taxonomy, with the taxonomy's label.
struct TermListView: TemplateContext {
    let label: String
    let terms: [Object]

    static let fields = ContextFields<TermListView>([
        .text("label") { $0.label },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
    ])
}
