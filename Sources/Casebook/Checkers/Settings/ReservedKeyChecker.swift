import Diagnostics

/// No taxonomy's key is one that cases, or the addresses of searches, have for something else.
enum ReservedKeyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            let key = taxonomy.key.value
            guard ReservedNames.queryKeys.contains(key) || Field.ofCases.contains(where: { $0.key == key }) else { continue }
            report.tell(.reservedKey(name: key), in: schema.source, taxonomy.key.bytes)
        }
    }
}
