import Diagnostics

/// Taxonomies have folders and keys of their own.
enum DuplicateTaxonomyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        check(schema.taxonomies.map(\.folder), "folder", in: schema, report: &report)
        check(schema.taxonomies.map(\.key), "key", in: schema, report: &report)
    }

    private static func check(_ names: [Placed<String>], _ key: String, in schema: Schema, report: inout Report) {
        var first: [String: Range<Int>] = [:]
        for name in names {
            if let other = first[name.value] {
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.tell(
                    .duplicateTaxonomy(key: key, name: name.value), in: schema.source, name.bytes,
                    notes: [.init(message, in: schema.source, other)])
            } else {
                first[name.value] = name.bytes
            }
        }
    }
}
