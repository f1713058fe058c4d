import Diagnostics

/// Links lead to files and folders that are there.
enum DeadLinkChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadLink(let near, let meant) = outcome else { continue }
            report.tell(
                .deadLink(destination: link.destination, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix($0) })
        }
    }
}
