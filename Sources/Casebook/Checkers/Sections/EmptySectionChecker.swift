import Diagnostics

/// A case's sections have text. A draft's may still be without.
enum EmptySectionChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile else { return }
        for section in file.sections where section.isEmpty && !section.heading.text.isEmpty {
            let heading = section.heading.text
            let problem: CasebookProblem =
                file.status == .draft ? .unwrittenSection(heading: heading) : .emptySection(heading: heading)
            report.tell(problem, in: file.text, section.heading.source)
        }
    }
}
