import Basics
import Images
import CasebookModel
import Diagnostics
import Foundation
import Synchronization

/// Reads a content folder's files into a casebook, and tells everything that is wrong with them at once.
///
/// Pure: it reads no disk and no clock, and neither the order of the files nor the number of threads changes its answer. The
/// bytes of a file are asked for when it is its turn, so that those of all files are never held together.
public struct CasebookReader: Sendable {
    /// Sorted, each with its place among those given.
    package let paths: [(path: String, index: Int)]
    package let images: [ImageFile]
    package let links: [String]
    package let root: String
    package let includingDrafts: Bool
    package let jobs: Int
    /// What is known from earlier, and what lies in the folder now.
    package var known: KnownContent?
    package var listing: KnownContent.Listing?
    /// Whether to tell also of what is right but not in the usual form.
    package var tellingTidyings = false
    package let bytes: @Sendable (Int) -> [UInt8]
    package var report = Report()

    /// Reads files.
    ///
    /// - Parameters:
    ///   - paths: The paths to show of `casebook.yml` and every other text below the content folder.
    ///   - images: The image files.
    ///   - links: The paths of symbolic links below the content folder, which are not read.
    ///   - root: The content folder as `paths` start.
    ///   - includingDrafts: Whether drafts are among the cases. They are checked in any case.
    ///   - jobs: On how many threads to read; one a processor if nil.
    ///   - known: What was made of the folder before, which is used where files stand as they did, and kept for the next time.
    ///   - stamps: For each path, a number that changes with the file; 0 where that cannot be told. Needed with `known` only.
    ///   - bytes: Gives the bytes of the file whose path stands at an index; called once for each at most, on any thread.
    /// - Returns: The casebook, nil when something is wrong that is more than a warning; and all that is, sorted.
    /// - Throws: What `bytes` throws for the first path.
    /// - Complexity: O(n log n) in the number of files, O(n) in their length.
    public static func read<Failure: Error>(
        paths: [String], images: [ImageFile], links: [String] = [], root: String = "content", includingDrafts: Bool,
        jobs: Int? = nil, reusing known: KnownContent? = nil, stamps: [UInt64] = [],
        bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        let listing = KnownContent.Listing(
            paths: paths, images: images, links: links, root: root, includingDrafts: includingDrafts, stamps: stamps)
        if let known, let reading = readWords(listing, known, bytes: { try? bytes($0) }) { return reading }
        let failure = Mutex<(path: String, error: Failure)?>(nil)
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path },
            images: images.sorted { $0.path < $1.path }, links: links.sorted(), root: root, includingDrafts: includingDrafts,
            jobs: max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount), known: known, listing: listing
        ) { index in
            do throws(Failure) {
                return try bytes(index)
            } catch {
                failure.withLock { known in
                    if known.map({ paths[index] < $0.path }) ?? true { known = (paths[index], error) }
                }
                return []
            }
        }
        let casebook = reader.read()
        if let error = failure.withLock({ $0?.error }) {
            // What was made of a file that could not be read is not to be taken for the file the next time.
            known?.keep([], basis: [])
            known?.sound = nil
            throw error
        }
        return (casebook, reader.report.diagnostics.sorted())
    }

    /// Reads what there is; all that is wrong is in the report then.
    package mutating func read() -> Casebook? {
        reportLinks()
        let schema = readSchema()
        let usable = schema.flatMap { $0.isUsable ? $0 : nil }
        let sources = sources(schema: usable)
        // Terms come before cases, so that a case's front matter has said all it has to when the case was read.
        let cases = sources.filter { $0.role == .caseFile }
        let others = sources.filter { $0.role != .caseFile }
        var (files, unreadable) = readFiles(others, schema: usable, terms: [])
        let terms = usable.map { TermIndex.all($0, files: files, unreadable: unreadable) } ?? []
        let basis = known == nil ? [] : basis(others)
        let read = readFiles(cases, schema: usable, terms: terms, basis: basis)
        guard let schema = usable else { return nil }
        files = (files + read.files).sorted { $0.text.path < $1.text.path }
        unreadable.formUnion(read.unreadable)
        let collection = Collection(
            root: root, schema: schema, files: files, unreadable: unreadable, images: checkedImages(),
            includingDrafts: includingDrafts)
        // Nothing is made of a collection in which something is known to be wrong.
        let builder = report.hasErrors ? nil : CasebookBuilder(collection: collection)
        let own = report.diagnostics
        let lookedUp = concurrentMap(files.count, jobs: jobs) { index in
            Self.lookUp(index, in: collection, builder: builder)
        }
        let references = lookedUp.flatMap(\.diagnostics)
        var whole = Report()
        for rule in Rules.ofContent { rule.check(collection, report: &whole) }
        report.diagnostics += references + whole.diagnostics
        guard !report.hasErrors, let casebook = builder?.build(lookedUp.map(\.part)) else { return nil }
        if let listing, let known {
            known.sound = KnownContent.Sound(
                listing: listing, terms: terms, collection: collection, casebook: casebook, own: own,
                references: references, whole: whole.diagnostics)
        }
        return casebook
    }

    /// Reads and checks some files; those that are text, and the locations of those that are none.
    package mutating func readFiles(
        _ sources: [Source], schema: Schema?, terms: [TermIndex], basis: [KnownContent.Standing] = []
    ) -> (files: [ContentFile], unreadable: Set<String>) {
        let standings = basis.isEmpty ? [] : sources.map(standing)
        let old = basis.isEmpty ? [] : known?.results(of: standings, basis: basis) ?? []
        let results = concurrentMap(sources.count, jobs: jobs) { [bytes, tellingTidyings] index in
            if !old.isEmpty, let result = old[index] { return result }
            return Self.readFile(
                sources[index], schema: schema, terms: terms, tellingTidyings: tellingTidyings, bytes: bytes)
        }
        if !basis.isEmpty { known?.keep(Array(zip(standings, results)), basis: basis) }
        var files: [ContentFile] = []
        files.reserveCapacity(sources.count)
        var unreadable: Set<String> = []
        for (index, result) in results.enumerated() {
            report.diagnostics += result.diagnostics
            if let file = result.file { files.append(file) } else { unreadable.insert(sources[index].location) }
        }
        return (files, unreadable)
    }

    private func stamp(_ index: Int) -> UInt64 {
        listing.flatMap { index < $0.stamps.count ? $0.stamps[index] : nil } ?? 0
    }

    /// How a file stands.
    private func standing(_ source: Source) -> KnownContent.Standing {
        KnownContent.Standing(path: source.path, stamp: stamp(source.index))
    }

    /// How the settings and the terms stand, which all cases depend on.
    private func basis(_ sources: [Source]) -> [KnownContent.Standing] {
        let settings = paths.filter { $0.path == root + "/casebook.yml" }
        let terms = sources.filter { if case .term = $0.role { true } else { false } }
        return settings.map { KnownContent.Standing(path: $0.path, stamp: stamp($0.index)) }
            + terms.map(standing)
    }

    package mutating func readSchema() -> Schema? {
        let path = root + "/casebook.yml"
        guard let source = paths.first(where: { $0.path == path }) else {
            report.add(MissingSettings(root: root), path: path)
            return nil
        }
        let settings = SourceFile(path: path, bytes: bytes(source.index))
        let (text, diagnostics) = SourceDecoder.decode(settings)
        report.diagnostics += diagnostics
        guard let text else { return nil }
        if tellingTidyings { report.add(SourceDecoder.tidyings(of: settings.bytes), path: path) }
        let file = ContentFile(
            role: .settings, location: "casebook.yml", name: "casebook", text: text,
            fields: Field.ofSettings(advice: Rules.ofAdvice.map { $0.id }))
        let schema = Schema(file)
        Rules.check(file, schema: schema, report: &report)
        Rules.check(schema, report: &report)
        return schema
    }

    /// Looks up what a file names, and makes its part of the casebook.
    package static func lookUp(
        _ index: Int, in collection: Collection, builder: CasebookBuilder?
    ) -> (part: CasebookBuilder.Part?, diagnostics: [Diagnostic]) {
        var report = Report()
        let file = collection.files[index]
        let references = References(file, in: collection)
        for rule in Rules.ofReferences {
            rule.check(file, references: references, collection: collection, report: &report)
        }
        return (report.hasErrors ? nil : builder?.makePart(index, references), report.diagnostics)
    }
}

extension CasebookReader {
    /// Reads files whose bytes are at hand, as ``read(paths:images:links:root:includingDrafts:jobs:bytes:)`` does.
    public static func read(
        files: [SourceFile], images: [ImageFile], links: [String] = [], root: String = "content", includingDrafts: Bool,
        jobs: Int? = nil
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        read(
            paths: files.map(\.path), images: images, links: links, root: root, includingDrafts: includingDrafts,
            jobs: jobs, bytes: { files[$0].bytes })
    }

    /// Returns every diagnostic of files, those on valid but unusual forms included, which only fixing needs.
    package static func diagnosticsForFixing(
        paths: [String], images: [ImageFile], links: [String], root: String, jobs: Int,
        bytes: @escaping @Sendable (Int) -> [UInt8]
    ) -> [Diagnostic] {
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path }, images: images,
            links: links, root: root, includingDrafts: false, jobs: jobs, tellingTidyings: true, bytes: bytes)
        _ = reader.read()
        return reader.report.diagnostics.sorted()
    }
}
