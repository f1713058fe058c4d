import Diagnostics

/// `related` names no case twice.
enum RepeatedRelatedCaseChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        guard file.role == .caseFile, file.record.value("related") != nil else { return }
        var first: [String: Range<Int>] = [:]
        for id in file.record.list("related", in: file.text) {
            if let other = first[id.value] {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.tell(
                    .repeatedRelatedCase(id: id.value), in: file.text, id.bytes,
                    notes: [.init(message, in: file.text, other)])
            } else {
                first[id.value] = id.bytes
            }
        }
    }
}
