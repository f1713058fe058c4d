import CasebookModel
import Diagnostics

/// The reading of a folder that is known, and in which nothing changed but words of a few cases.
extension CasebookReader {
    /// How many files may have changed for this to be worth while.
    private static let mostChanges = 64

    /// Reads the files that changed, and takes all else from what is known.
    ///
    /// What a case shows to other files (``ContentFile/showsTheSame(as:)``) must be as it was, and nothing may be told of it that depends
    /// on others. Then no other file can be right or wrong in another way than before.
    ///
    /// - Returns: What ``read(paths:images:links:root:includingDrafts:jobs:reusing:stamps:bytes:)`` returns; nil where all has to be
    ///   looked up.
    /// - Complexity: O(n) in the number of files, by comparing how they stand; else by what changed.
    package static func readWords(
        _ listing: KnownContent.Listing, _ known: KnownContent, bytes: (Int) -> [UInt8]?
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic])? {
        guard let sound = known.sound, let changes = listing.changes(since: sound.listing), changes.count <= mostChanges
        else { return nil }
        var files: [Int: ContentFile] = [:]
        var own: [Diagnostic] = []
        for change in changes {
            let path = listing.paths[change]
            let location = String(path.dropFirst(listing.root.count + 1))
            guard let index = sound.collection.fileIndices[location], let bytes = bytes(change) else { return nil }
            let old = sound.collection.files[index]
            guard old.role == .caseFile else { return nil }
            let source = Source(path: path, index: change, location: location, name: old.name, role: .caseFile)
            let result = readFile(
                source, schema: sound.collection.schema, terms: sound.terms, tellingTidyings: false, bytes: { _ in bytes })
            guard let file = result.file, file.showsTheSame(as: old) else { return nil }
            files[index] = file
            own += result.diagnostics
        }
        let changed = Set(changes.map { listing.paths[$0] })
        var references = sound.references.filter { !changed.contains($0.path) }
        guard !(references + sound.whole).contains(where: { $0.names(anyOf: changed) }) else { return nil }
        let collection = sound.collection.replacing(files)
        let builder = own.contains { $0.severity == .error } ? nil : CasebookBuilder(collection: collection)
        own += sound.own.filter { !changed.contains($0.path) }
        var cases: [(index: Int, new: Case)] = []
        for index in files.keys.sorted() {
            let (part, found) = lookUp(index, in: collection, builder: builder)
            references += found
            guard case .caseFile(let new) = part, let place = collection.modelIndices[index] else { continue }
            cases.append((place, new))
        }
        let diagnostics = (own + references + sound.whole).sorted()
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
        // What is left out, as drafts are from a build, is no part of the model.
        guard cases.count == files.count else { return nil }
        let casebook = sound.casebook.replacing(cases)
        known.sound = KnownContent.Sound(
            listing: listing, terms: sound.terms, collection: collection, casebook: casebook, own: own,
            references: references, whole: sound.whole)
        return (casebook, diagnostics)
    }
}

extension ContentFile {
    /// Whether other files would see no difference: the status, the title, the old addresses and the anchors are the same.
    package func showsTheSame(as other: ContentFile) -> Bool {
        status == other.status && anchors.all == other.anchors.all
            && values?.title == other.values?.title
            && record.list("aliases", in: text).map(\.value) == other.record.list("aliases", in: other.text).map(\.value)
    }
}

extension Diagnostic {
    /// Whether the problem or one of its notes lies in one of some files.
    package func names(anyOf paths: Set<String>) -> Bool {
        paths.contains(path) || notes.contains { paths.contains($0.path) }
    }
}
