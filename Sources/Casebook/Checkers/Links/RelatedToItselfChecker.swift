import Diagnostics

/// A case is not related to itself.
enum RelatedToItselfChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        guard file.role == .caseFile else { return }
        for id in file.record.list("related", in: file.text) where id.value == file.name {
            report.tell(.relatedToItself, in: file.text, id.bytes)
        }
    }
}
