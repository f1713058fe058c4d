import Diagnostics

/// A taxonomy's list names no term twice.
enum RepeatedTermChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            var first: [String: Range<Int>] = [:]
            for slug in taxonomy.listed {
                if let other = first[slug.value] {
                    let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                    report.tell(
                        .repeatedTerm(slug: slug.value), in: schema.source, slug.bytes,
                        notes: [.init(message, in: schema.source, other)])
                } else {
                    first[slug.value] = slug.bytes
                }
            }
        }
    }
}
