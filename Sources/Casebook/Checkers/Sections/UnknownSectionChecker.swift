import Diagnostics

/// A case has no headings of level two but those of its sections.
enum UnknownSectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let schema else { return }
        for section in file.sections where section.definition == nil && !section.heading.text.isEmpty {
            let headings = schema.sections.map(\.definition.heading)
            report.tell(
                .unknownSection(heading: section.heading.text, allowed: headings), in: file.text, section.heading.source)
        }
    }
}
