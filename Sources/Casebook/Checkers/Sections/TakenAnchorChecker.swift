import Diagnostics

/// No heading inside a case has the anchor of a section.
enum TakenAnchorChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let schema else { return }
        for heading in file.headings where schema.sections.contains(where: { $0.definition.id == heading.id }) {
            let isSection = file.sections.contains { $0.definition != nil && $0.heading == heading }
            if !isSection { report.tell(.takenAnchor(anchor: heading.id), in: file.text, heading.source) }
        }
    }
}
