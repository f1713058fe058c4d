import Diagnostics

/// Links lead to anchors that are there.
enum DeadAnchorChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .deadAnchor(let anchor, let near, let meant) = outcome else { continue }
            let path = link.destination.prefix { $0 != "#" }
            report.tell(
                .deadAnchor(anchor: anchor, near: near), in: file.text, link.destinationSource,
                replacement: meant.flatMap { link.fix("\(path)#\($0)") })
        }
    }
}
