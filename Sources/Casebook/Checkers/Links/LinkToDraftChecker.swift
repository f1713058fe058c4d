import Diagnostics

/// What is published does not link to a draft that is left out.
enum LinkToDraftChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (link, outcome) in zip(file.links, references.links) {
            guard case .draft(let index) = outcome else { continue }
            let draft = collection.files[index]
            let message = Message(ja: "下書きになっているのはここです", en: "It is said to be a draft here")
            let notes = draft.record.text("status").map { [Diagnostic.Note(message, in: draft.text, $0.bytes)] } ?? []
            report.tell(.linkToDraft(id: draft.name), in: file.text, link.destinationSource, notes: notes)
        }
    }
}
