import Diagnostics

/// Folders, keys and ids are lower-case ASCII.
enum UnfitNameChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            check(taxonomy.folder, "folder", separators: "-", in: schema, report: &report)
            check(taxonomy.key, "key", separators: "-_", in: schema, report: &report)
        }
        for section in schema.sections {
            check(Placed(section.definition.id, section.id), "id", separators: "-", in: schema, report: &report)
        }
    }

    private static func check(
        _ name: Placed<String>, _ key: String, separators: String, in schema: Schema, report: inout Report
    ) {
        let isFit =
            name.value.utf8.first.map { (0x61...0x7A).contains($0) } == true && name.value.utf8.count <= LongIDChecker.limit
            && name.value.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || separators.utf8.contains($0)
            }
        if !isFit { report.tell(.unfitName(key: key, name: name.value), in: schema.source, name.bytes) }
    }
}
