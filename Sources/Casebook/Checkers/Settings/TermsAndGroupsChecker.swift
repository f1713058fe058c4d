import Diagnostics

/// A taxonomy lists its terms either plainly or in groups.
enum TermsAndGroupsChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            guard let groups = taxonomy.record.entries.first(where: { $0.name == "groups" }),
                let terms = taxonomy.record.entries.first(where: { $0.name == "terms" })
            else { continue }
            let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
            let (first, second) = groups.key.lowerBound < terms.key.lowerBound ? (groups, terms) : (terms, groups)
            report.tell(
                .termsAndGroups, in: schema.source, second.key, notes: [.init(message, in: schema.source, first.key)])
        }
    }
}
