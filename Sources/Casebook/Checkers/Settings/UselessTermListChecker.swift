import Diagnostics

/// A taxonomy that is not ordered by a list has none.
enum UselessTermListChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order != .listed {
            for entry in taxonomy.record.entries where entry.name == "terms" || entry.name == "groups" {
                report.tell(
                    .uselessTermList(key: entry.name, order: taxonomy.order.rawValue), in: schema.source, entry.key)
            }
        }
    }
}
