import Diagnostics

/// `primary` and `secondary` differ.
enum SameTaxonomyChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        guard let primary = schema.record.placed("primary", in: schema.source),
            let secondary = schema.record.placed("secondary", in: schema.source), primary.value == secondary.value
        else { return }
        report.tell(.sameTaxonomy, in: schema.source, secondary.bytes)
    }
}
