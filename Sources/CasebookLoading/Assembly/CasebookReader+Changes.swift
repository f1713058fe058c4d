import CasebookModel
import Diagnostics

/// Reads a folder again in which only the words of a few cases changed.
extension CasebookReader {
    /// The most changed files for which this is faster than looking up everything.
    private static let mostChanges = 64

    /// Reads the files that changed, and takes everything else from the cache.
    ///
    /// The facts of each changed case (`CaseFacts`) must be as before, and no diagnostic about it may depend on other files. Then the
    /// validity of no other file can change.
    ///
    /// - Returns: The result of the reading; `nil` if everything must be looked up.
    /// - Complexity: O(n) in the number of files to compare their stamps; everything else depends on the changes.
    static func readChanges(
        _ listing: ReadingCache.Listing, _ cache: ReadingCache, bytes: (Int) -> [UInt8]?
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic])? {
        guard let valid = cache.validContent, let changes = listing.changes(since: valid.listing),
            changes.count <= mostChanges
        else { return nil }
        var files: [Int: ContentFile] = [:]
        var ofFiles: [Diagnostic] = []
        for change in changes {
            let path = listing.paths[change]
            let location = String(path.dropFirst(listing.root.count + 1))
            guard let index = valid.content.fileIndices[location], let bytes = bytes(change) else { return nil }
            let old = valid.content.files[index]
            guard old.role == .caseFile else { return nil }
            let source = Source(path: path, index: change, location: location, name: old.name, role: .caseFile)
            let result = readFile(
                source, schema: valid.content.schema, terms: valid.content.terms, reportsTidyings: false,
                bytes: { _ in bytes })
            guard let file = result.file, file.caseValues?.facts == old.caseValues?.facts,
                file.imageLinks == old.imageLinks
            else { return nil }
            files[index] = file
            ofFiles += result.diagnostics
        }
        let changed = Set(changes.map { listing.paths[$0] })
        var ofReferences = valid.ofReferences.filter { !changed.contains($0.path) }
        guard !(ofReferences + valid.ofContent).contains(where: { $0.names(anyOf: changed) }) else { return nil }
        let content = valid.content.replacing(files)
        let builder = ofFiles.contains { $0.severity == .error } ? nil : CasebookBuilder(content: content)
        ofFiles += valid.ofFiles.filter { !changed.contains($0.path) }
        var cases: [(index: Int, new: Case)] = []
        for index in files.keys.sorted() {
            let (part, diagnostics) = lookUp(index, in: content, builder: builder)
            ofReferences += diagnostics
            guard case .caseFile(let new) = part, let position = content.modelIndices[index] else { continue }
            cases.append((position, new))
        }
        let diagnostics = (ofFiles + ofReferences + valid.ofContent).sorted()
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
        // What a build leaves out, such as drafts, is not in the model.
        guard cases.count == files.count else { return nil }
        let casebook = valid.casebook.replacing(cases)
        cache.validContent = ReadingCache.ValidContent(
            listing: listing, content: content, casebook: casebook, ofFiles: ofFiles, ofReferences: ofReferences,
            ofContent: valid.ofContent)
        return (casebook, diagnostics)
    }
}

extension ContentFile {
    /// The addresses of links that may lead to images. Which images are published depends on them.
    fileprivate var imageLinks: Set<String> {
        Set(links.filter { $0.isImage || $0.destination.contains("images/") }.map(\.destination))
    }
}

extension Diagnostic {
    /// Whether the problem or one of its notes is in one of some files.
    fileprivate func names(anyOf paths: Set<String>) -> Bool {
        paths.contains(path) || notes.contains { paths.contains($0.path) }
    }
}
