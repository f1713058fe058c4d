import Diagnostics

/// Every term of a taxonomy that is ordered by a list is on the list.
enum UnlistedTermChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for (taxonomy, definition) in collection.schema.taxonomies.enumerated() {
            guard definition.order == .listed, !definition.listed.isEmpty else { continue }
            let listed = Set(definition.listed.map(\.value))
            for index in collection.terms[taxonomy].order where !listed.contains(collection.files[index].name) {
                let file = collection.files[index]
                let message = Message(ja: "この分類の並びに加えてください", en: "Add it to this taxonomy's list")
                report.tell(
                    .unlistedTerm(slug: file.name, folder: definition.folder.value), path: file.text.path,
                    notes: [.init(message, in: collection.schema.source, definition.folder.bytes)])
            }
        }
    }
}
