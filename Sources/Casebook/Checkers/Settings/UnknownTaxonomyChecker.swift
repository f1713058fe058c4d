import Diagnostics

/// `primary`, `secondary` and `stages` name taxonomies that there are.
enum UnknownTaxonomyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, none is known.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary", "stages"] {
            guard let name = schema.record.placed(key, in: schema.source), schema.taxonomy(folder: name.value) == nil else {
                continue
            }
            let meant = schema.taxonomies.first { $0.key.value == name.value || $0.label.value == name.value }
            report.tell(
                .unknownTaxonomy(key: key, name: name.value, folders: schema.taxonomies.map(\.folder.value)),
                in: schema.source, name.bytes, replacement: meant?.folder.value)
        }
    }
}
