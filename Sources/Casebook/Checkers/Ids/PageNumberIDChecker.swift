import Diagnostics

/// No term is named like a further page of another: `x-2` beside `x`.
enum PageNumberIDChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for (taxonomy, terms) in collection.terms.enumerated() {
            let folder = collection.schema.taxonomies[taxonomy].folder.value
            for index in terms.order {
                let file = collection.files[index]
                guard let base = ReservedNames.pageBase(file.name),
                    let other = collection.fileIndices["\(folder)/\(base).md"]
                else { continue }
                let message = Message(ja: "紛れるのはこのファイルです", en: "This is the file it would be taken for")
                report.tell(
                    .pageNumberID(id: file.name, base: base), path: file.text.path,
                    notes: [Diagnostic.Note(message, path: collection.files[other].text.path)])
            }
        }
    }
}
