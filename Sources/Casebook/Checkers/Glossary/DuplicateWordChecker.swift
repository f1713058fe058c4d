import Diagnostics

/// Every name leads to one word of the glossary: terms and other names differ, however they are written.
enum DuplicateWordChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        var first: [String: (file: Int, bytes: Range<Int>)] = [:]
        for index in collection.glossary {
            let file = collection.files[index]
            let term = file.record.placed("term", in: file.text).map { [$0] } ?? []
            for name in term + file.record.list("aliases", in: file.text) {
                let key = foldedName(name.value)
                guard let other = first[key] else {
                    first[key] = (index, name.bytes)
                    continue
                }
                let message = Message(ja: "もう1つはここにあります", en: "The other one is here")
                report.tell(
                    .duplicateWord(name: name.value), in: file.text, name.bytes,
                    notes: [.init(message, in: collection.files[other.file].text, other.bytes)])
            }
        }
    }
}
