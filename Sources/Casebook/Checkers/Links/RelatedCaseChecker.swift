import Diagnostics

/// `related` names cases that there are.
enum RelatedCaseChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        guard file.role == .caseFile else { return }
        for id in file.record.list("related", in: file.text) {
            let location = "cases/\(id.value).md"
            guard collection.fileIndices[location] == nil, !collection.unreadable.contains(location) else { continue }
            let folded = foldedName(id.value)
            let stem = folded.hasSuffix(".md") ? String(folded.dropLast(3)) : folded
            let meant = collection.fileIndices["cases/\(stem).md"] == nil ? nil : stem
            let near = meant.map { [$0] } ?? nearest(to: stem, among: collection.names(near: stem, in: "cases"))
            report.tell(
                .unknownRelatedCase(id: id.value, near: near), in: file.text, id.bytes, replacement: meant)
        }
    }
}
