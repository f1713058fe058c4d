import Diagnostics

/// No two files of a folder differ in nothing but case or width: many file systems take them for one.
enum DuplicateIDChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        var first: [String: Int] = [:]
        first.reserveCapacity(collection.files.count)
        for (index, file) in collection.files.enumerated() {
            let isFit = ReservedNames.isFitID(file.name)
            let key = isFit ? file.location : file.folder + "/" + foldedName(file.name) + ".md"
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            // The one with a fit name stays.
            let (keeper, told) = isFit ? (file, collection.files[other]) : (collection.files[other], file)
            let message = Message(ja: "もう1つのファイルはこれです", en: "This is the other file")
            report.tell(
                .duplicateID(id: told.name), path: told.text.path,
                notes: [Diagnostic.Note(message, path: keeper.text.path)])
        }
    }
}
