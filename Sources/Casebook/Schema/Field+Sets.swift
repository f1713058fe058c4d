extension Field {
    /// The keys of `casebook.yml`.
    ///
    /// - Parameter advice: The ids of the rules of advice, which can be switched off.
    static func ofSettings(advice: [String]) -> [Field] {
        [
            Field("title", .text, required: true),
            Field("description", .text, required: true),
            Field("language", .text, required: true),
            Field("publisher", .map([Field("name", .text, required: true), Field("url", .url)]), required: true),
            Field("source", .map([Field("title", .text, required: true), Field("url", .url)]), required: true),
            Field("license", .map([Field("name", .text, required: true), Field("url", .url)])),
            Field("notice", .text, required: true),
            Field("base_url", .url),
            Field("primary", .text, required: true),
            Field("secondary", .text, required: true),
            Field("stages", .text),
            Field("invitation", .text),
            Field("footer", .ids),
            Field("advice", .map(advice.map { Field($0, .flag) })),
            Field("search", .map([Field("synonyms", .maps(words)), Field("related", .maps(words))])),
            Field("taxonomies", .maps(taxonomy), required: true),
            Field("sections", .maps(section), required: true),
        ]
    }

    private static let taxonomy: [Field] = [
        Field("folder", .text, required: true),
        Field("key", .text, required: true),
        Field("label", .text, required: true),
        Field("description", .text),
        Field("multiple", .flag),
        Field("required", .flag),
        Field("order", .choice(Taxonomy.Order.allCases.map(\.rawValue))),
        Field("index", .choice(Taxonomy.Index.allCases.map(\.rawValue))),
        Field("terms", .ids),
        Field("groups", .maps([Field("label", .text, required: true), Field("terms", .ids, required: true)])),
        Field("unstated", .text),
    ]

    /// A group of words for the search.
    private static let words: [Field] = [Field("words", .names, required: true)]

    private static let section: [Field] = [
        Field("id", .text, required: true),
        Field("heading", .text, required: true),
        Field("required", .flag),
        Field("hint", .text),
    ]

    /// The keys of a case besides those of the taxonomies.
    static let ofCases: [Field] = [
        Field("title", .text, required: true),
        Field("status", .status),
        Field("summary", .text),
        Field("published", .date),
        Field("updated", .date),
        Field("review_by", .date),
        Field("yomi", .text),
        Field("aliases", .addresses),
        Field("related", .ids),
        Field("private", .hidden),
    ]

    /// The keys of a page.
    static let ofPages: [Field] = [
        Field("title", .text, required: true),
        Field("description", .text),
        Field("updated", .date),
        Field("aliases", .addresses),
    ]

    /// The keys of a word of the glossary.
    static let ofGlossary: [Field] = [
        Field("term", .text, required: true),
        Field("yomi", .yomi, required: true),
        Field("aliases", .names),
    ]

    /// The keys of a term, of which one may be needed to order or to index the terms.
    static func ofTerms(order: Taxonomy.Order, index: Taxonomy.Index?) -> [Field] {
        [
            Field("label", .text, required: true),
            Field("number", .number, required: order == .number),
            Field("yomi", .yomi, required: order == .yomi || index == .yomi),
            Field("aliases", .names),
        ]
    }
}
