import Diagnostics

/// No heading inside a case has the anchor of a section.
enum TakenAnchorChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let schema else { return }
        // Sections stand in the order of their headings.
        var next = 0
        for heading in file.headings {
            if next < file.sections.count, file.sections[next].heading.source == heading.source {
                next += 1
                if file.sections[next - 1].definition != nil { continue }
            }
            guard schema.sections.contains(where: { $0.definition.id == heading.id }) else { continue }
            report.tell(.takenAnchor(anchor: heading.id), in: file.text, heading.source)
        }
    }
}
