import Diagnostics

/// A case's sections have text.
enum EmptySectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile else { return }
        for section in file.sections where section.isEmpty && !section.heading.text.isEmpty {
            report.tell(.emptySection(heading: section.heading.text), in: file.text, section.heading.source)
        }
    }
}
