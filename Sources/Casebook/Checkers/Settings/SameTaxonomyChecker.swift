import Diagnostics

/// `primary`, `secondary` and `stages` differ.
enum SameTaxonomyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        let named = ["primary", "secondary", "stages"].compactMap { key in
            schema.record.placed(key, in: schema.source).map { (key: key, name: $0) }
        }
        for (index, each) in named.enumerated() {
            guard let other = named[..<index].first(where: { $0.name.value == each.name.value }) else { continue }
            report.tell(.sameTaxonomy(key: each.key, other: other.key), in: schema.source, each.name.bytes)
        }
    }
}
