import Diagnostics

/// `primary` and `secondary` name taxonomies of which every case has one term.
enum UnsuitableTaxonomyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        // Where the taxonomies were not understood, nothing is known about them.
        guard schema.isUsable else { return }
        for key in ["primary", "secondary"] {
            guard let name = schema.record.placed(key, in: schema.source), let index = schema.taxonomy(folder: name.value)
            else { continue }
            let taxonomy = schema.taxonomies[index]
            guard taxonomy.isMultiple || !taxonomy.isRequired else { continue }
            let message = Message(ja: "この分類です", en: "This is the taxonomy")
            report.tell(
                .unsuitableTaxonomy(key: key, folder: name.value), in: schema.source, name.bytes,
                notes: [.init(message, in: schema.source, taxonomy.folder.bytes)])
        }
    }
}
