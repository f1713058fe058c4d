import Diagnostics

/// Terms of a taxonomy have numbers of their own.
enum DuplicateTermNumberChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for terms in collection.terms {
            var first: [Int: (file: Int, bytes: Range<Int>)] = [:]
            for index in terms.order {
                let file = collection.files[index]
                guard let number = TermIndex.number(file), let bytes = file.record.text("number")?.bytes else { continue }
                guard let other = first[number] else {
                    first[number] = (index, bytes)
                    continue
                }
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.tell(
                    .duplicateTermNumber(number: number), in: file.text, bytes,
                    notes: [.init(message, in: collection.files[other.file].text, other.bytes)])
            }
        }
    }
}
