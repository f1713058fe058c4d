import Diagnostics

/// No taxonomy's folder is one that the site has for something else.
enum ReservedFolderChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for taxonomy in schema.taxonomies {
            let name = taxonomy.folder.value
            guard ReservedNames.folders.contains(name) || ReservedNames.isReservedID(name) else { continue }
            report.tell(.reservedFolder(name: name), in: schema.source, taxonomy.folder.bytes)
        }
    }
}
