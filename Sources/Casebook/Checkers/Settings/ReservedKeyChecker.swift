import Diagnostics

/// No taxonomy's key is one that cases have for something else.
enum ReservedKeyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies where Field.ofCases.contains(where: { $0.key == taxonomy.key.value }) {
            report.tell(.reservedKey(name: taxonomy.key.value), in: schema.source, taxonomy.key.bytes)
        }
    }
}
