import Diagnostics

/// Images are there.
enum DeadImageChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadImage(let near, let meant) = outcome else { continue }
            report.tell(
                .deadImage(destination: link.destination, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix($0) })
        }
    }
}
