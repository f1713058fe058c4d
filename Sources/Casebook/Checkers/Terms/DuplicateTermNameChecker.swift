import Diagnostics

/// Every name leads to one term of its taxonomy: labels and other names differ, however they are written.
enum DuplicateTermNameChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for terms in collection.terms {
            var first: [String: (file: Int, bytes: Range<Int>)] = [:]
            for index in terms.order {
                let file = collection.files[index]
                let label = file.record.placed("label", in: file.text).map { [$0] } ?? []
                for name in label + file.record.list("aliases", in: file.text) {
                    let key = foldedName(name.value)
                    guard let other = first[key] else {
                        first[key] = (index, name.bytes)
                        continue
                    }
                    let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                    report.tell(
                        .duplicateTermName(name: name.value), in: file.text, name.bytes,
                        notes: [.init(message, in: collection.files[other.file].text, other.bytes)])
                }
            }
        }
    }
}
