import Basics
import CasebookModel
import Diagnostics

/// Reads a folder again in which only the words of a few cases changed.
extension CasebookReader {
    /// The most changed files for which this is faster than looking up everything.
    private static let mostChanges = 64

    /// Reads the files that changed, and takes everything else from the cache.
    ///
    /// - Returns: The result of the reading; `nil` if everything must be looked up.
    static func readChanges(
        _ listing: ReadingCache.Listing, _ cache: ReadingCache, bytes: (Int) -> [UInt8]?
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic])? {
        guard let valid = cache.validContent, let reading = readChanges(listing, since: valid, bytes: bytes) else { return nil }
        cache.content = reading.content
        if let valid = reading.valid { cache.validContent = valid }
        return (reading.valid?.casebook, reading.diagnostics)
    }

    /// Reads the files that changed since the reading of an earlier run, and takes everything else from that.
    ///
    /// - Returns: The result of the reading; `nil` if everything must be read.
    func readChanges(
        _ listing: ReadingCache.Listing, _ keeper: ReadingKeeper
    ) -> (
        casebook: Casebook?, diagnostics: [Diagnostic]
    )? {
        guard let (old, oldListing) = keeper.usable(listing), let changes = listing.changes(since: oldListing) else {
            return nil
        }
        // The stamp of a file that is no longer new differs, and so does that of a file that was written again with the same bytes.
        let isChanged = concurrentMap(changes.count, jobs: jobs) { [bytes] index in
            ContentHash(bytes(changes[index])).value != old.hashes[changes[index]]
        }
        let changed = Set(zip(changes, isChanged).filter(\.1).map(\.0))
        guard changed.count <= Self.mostChanges,
            changed.allSatisfy({ listing.paths[$0].hasPrefix("\(root)/cases/") }),
            let valid = restored(old, listing.withStamps(of: oldListing, at: changed), keeper),
            let reading = Self.readChanges(listing, since: valid, bytes: { bytes($0) })
        else { return nil }
        keeper.keep(reading.valid, isContinued: true)
        return (reading.valid?.casebook, reading.diagnostics)
    }

    /// The content of an earlier run, in which no file but cases has changed since. Only files other than cases are read.
    private func restored(
        _ old: KeptReading, _ listing: ReadingCache.Listing, _ keeper: ReadingKeeper
    ) -> ReadingCache.ValidContent? {
        var reader = self
        let readings = reader.readReadings()
        guard let schema = reader.readSchema(readings), schema.isUsable else { return nil }
        let sources = reader.sources(schema: schema)
        let cases = sources.filter { $0.role == .caseFile }
        let (others, unreadable) = reader.readFiles(sources.filter { $0.role != .caseFile }, schema: schema, terms: [])
        let terms = TermIndex.all(schema, files: others, unreadable: unreadable)
        guard !reader.report.hasErrors, cases.count == old.cases.count,
            zip(cases, old.cases).allSatisfy({ $0.name == $1.values.facts.id })
        else { return nil }
        let kept = zip(cases, old.cases).map { source, entry in
            ContentFile(entry, location: source.location) { [lateBytes = keeper.lateBytes] in
                Self.readFile(source, schema: schema, terms: terms, reportsTidyings: false, bytes: lateBytes).file
            }
        }
        let content = ContentFiles(
            root: root, schema: schema, files: (others + kept).sorted { $0.location < $1.location }, terms: terms,
            readings: readings, unreadable: unreadable, images: reader.checkedImages(), includingDrafts: includingDrafts,
            baseURL: baseURL)
        let builder = CasebookBuilder(content: content)
        let parts = content.files.indices.map { index in
            content.files[index].role == .caseFile
                ? builder.makeLatePart(index) : builder.makePart(index, References(content.files[index], in: content))
        }
        return builder.build(parts, usedImages: old.usedImages).map { casebook in
            ReadingCache.ValidContent(
                listing: listing, content: content, casebook: casebook, ofFiles: old.ofFiles,
                ofReferences: old.ofReferences, ofContent: old.ofContent)
        }
    }

    /// Reads the files that changed since content was valid, and takes everything else from that.
    ///
    /// The facts of each changed case (`CaseFacts`) must be as before, and no diagnostic about it may depend on other files. Then the
    /// validity of no other file can change.
    ///
    /// - Returns: The content; the same as valid content, `nil` if there is an error; and all diagnostics. `nil` if everything must be
    ///   looked up.
    /// - Complexity: O(n) in the number of files to compare their stamps; everything else depends on the changes.
    private static func readChanges(
        _ listing: ReadingCache.Listing, since valid: ReadingCache.ValidContent, bytes: (Int) -> [UInt8]?
    ) -> (content: ContentFiles, valid: ReadingCache.ValidContent?, diagnostics: [Diagnostic])? {
        guard let changes = listing.changes(since: valid.listing), changes.count <= mostChanges else { return nil }
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
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return (content, nil, diagnostics) }
        // What a build leaves out, such as drafts, is not in the model.
        guard cases.count == files.count else { return nil }
        let casebook = valid.casebook.replacing(cases)
        let new = ReadingCache.ValidContent(
            listing: listing, content: content, casebook: casebook, ofFiles: ofFiles, ofReferences: ofReferences,
            ofContent: valid.ofContent)
        return (content, new, diagnostics)
    }
}

extension Diagnostic {
    /// Whether the problem or one of its notes is in one of some files.
    fileprivate func names(anyOf paths: Set<String>) -> Bool {
        paths.contains(path) || notes.contains { paths.contains($0.path) }
    }
}
