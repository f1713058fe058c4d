import Diagnostics

/// Sections have ids and headings of their own.
enum DuplicateSectionDefinitionChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        check(schema.sections.map { Placed($0.definition.id, $0.id) }, "id", in: schema, report: &report)
        check(schema.sections.map { Placed($0.definition.heading, $0.heading) }, "heading", in: schema, report: &report)
    }

    private static func check(_ names: [Placed<String>], _ key: String, in schema: Schema, report: inout Report) {
        var first: [String: Range<Int>] = [:]
        for name in names {
            let folded = foldedName(name.value)
            if let other = first[folded] {
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.tell(
                    .duplicateSectionDefinition(key: key, name: name.value), in: schema.source, name.bytes,
                    notes: [.init(message, in: schema.source, other)])
            } else {
                first[folded] = name.bytes
            }
        }
    }
}
