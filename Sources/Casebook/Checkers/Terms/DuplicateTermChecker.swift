import Diagnostics

/// A case names no term twice, by whatever names.
enum DuplicateTermChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (index, uses) in references.terms.enumerated() where uses.count > 1 {
            var first: [Int: Range<Int>] = [:]
            for case .known(let term, let bytes) in uses {
                guard let other = first[term] else {
                    first[term] = bytes
                    continue
                }
                let taxonomy = collection.schema.taxonomies[index]
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.tell(
                    .duplicateTerm(
                        taxonomy: taxonomy.label.value, key: taxonomy.key.value, label: collection.terms[index].labels[term]),
                    in: file.text, bytes, notes: [.init(message, in: file.text, other)])
            }
        }
    }
}
