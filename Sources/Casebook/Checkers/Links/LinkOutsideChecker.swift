import Diagnostics

/// Links stay inside the content folder.
enum LinkOutsideChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .outside = outcome else { continue }
            report.tell(
                .linkOutsideContent(destination: link.destination), in: file.text, link.destinationSource)
        }
    }
}
