import Diagnostics

/// A taxonomy that is ordered by a list has one list.
enum TermListChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where taxonomy.order == .listed {
            // An order that is none is told as that.
            let order = taxonomy.record.placed("order", in: schema.source)?.value
            guard order == nil || order == taxonomy.order.rawValue else { continue }
            let groups = taxonomy.record.entries.first { $0.name == "groups" && !$0.value.isEmpty }
            let terms = taxonomy.record.entries.first { $0.name == "terms" && !$0.value.isEmpty }
            if groups == nil, terms == nil {
                report.tell(
                    .missingTermList(folder: taxonomy.folder.value), in: schema.source, taxonomy.folder.bytes)
            }
        }
    }
}
