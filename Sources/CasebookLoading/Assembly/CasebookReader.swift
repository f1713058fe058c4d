import Basics
import Images
import CasebookModel
import Diagnostics
import Foundation
import Synchronization

/// Reads the files of a content folder into a `Casebook`, and reports all problems at once.
///
/// It is pure: it uses no disk and no clock, and neither the order of the files nor the number of threads changes the result. A
/// thread asks for the bytes of a file just before it reads it, so that the bytes of all files are never in memory together.
public struct CasebookReader: Sendable {
    /// The paths, sorted, each with its index among the given paths.
    package let paths: [(path: String, index: Int)]
    let images: [ImageFile]
    let links: [String]
    let root: String
    let includingDrafts: Bool
    let jobs: Int
    /// What was read before, and the current listing of the folder.
    package var cache: ReadingCache?
    var listing: ReadingCache.Listing?
    /// Keeps the reading for the next run of the program.
    var keeper: ReadingKeeper?
    /// Whether to report valid but unusual forms too, for fixing.
    var reportsTidyings = false
    /// The day of the check; `nil` if it is not given.
    var day: CalendarDate?
    /// The address of the site, if it is another one than in `casebook.yml`.
    var baseURL: String?
    let bytes: @Sendable (Int) -> [UInt8]
    var report = Report()

    /// Reads files.
    ///
    /// - Parameters:
    ///   - paths: The paths of `casebook.yml` and every other text file in the content folder, as messages show them.
    ///   - images: The image files.
    ///   - links: The paths of symbolic links in the content folder, which are not read.
    ///   - root: The content folder, with which `paths` start.
    ///   - includingDrafts: Whether the casebook contains drafts. They are always checked.
    ///   - baseURL: The address of the site, instead of the one in `casebook.yml`; ends in a slash.
    ///   - jobs: The number of threads. `nil` means one per processor.
    ///   - cache: The results of earlier readings. It is used for unchanged files, and updated.
    ///   - keeper: The reading of an earlier run of the program. It is used for unchanged files, and updated. Not with `cache`.
    ///   - day: The day of the check, for advice on days that are yet to come. Not together with `cache` or `keeper`.
    ///   - stamps: For each path, a number that changes whenever the file changes; 0 if that is unknown. Needed only with `cache` or
    ///     `keeper`.
    ///   - bytes: Returns the bytes of the file whose path is at an index. Called on any thread, once per file; again
    ///     for files that changed, if `keeper` cannot be used.
    /// - Returns: The casebook, or `nil` if there is an error; and all diagnostics, sorted.
    /// - Throws: What `bytes` throws for the first path.
    /// - Complexity: O(n log n) in the number of files, O(n) in their length.
    public static func read<Failure: Error>(
        paths: [String], images: [ImageFile], links: [String] = [], root: String = "content", includingDrafts: Bool,
        baseURL: String? = nil, jobs: Int? = nil, on day: CalendarDate? = nil, reusing cache: ReadingCache? = nil,
        continuing keeper: ReadingKeeper? = nil, stamps: [UInt64] = [],
        bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        let listing = ReadingCache.Listing(
            paths: paths, images: images, links: links, root: root, includingDrafts: includingDrafts, baseURL: baseURL,
            stamps: stamps)
        if let cache, let reading = readChanges(listing, cache, bytes: { try? bytes($0) }) { return reading }
        let failure = Mutex<(path: String, error: Failure)?>(nil)
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path },
            images: images.sorted { $0.path < $1.path }, links: links.sorted(), root: root, includingDrafts: includingDrafts,
            jobs: max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount), cache: cache, listing: listing
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
        reader.day = day
        reader.baseURL = baseURL
        if let keeper, let reading = reader.readChanges(listing, keeper), failure.withLock({ $0 == nil }) { return reading }
        reader.keeper = keeper
        let casebook = reader.read()
        if let error = failure.withLock({ $0?.error }) {
            // Results without the bytes of a file must not be used the next time.
            cache?.keep([], basis: [])
            cache?.validContent = nil
            keeper?.keep(nil, isContinued: false)
            throw error
        }
        return (casebook, reader.report.diagnostics.sorted())
    }

    /// Reads all files. The diagnostics are in ``report`` afterwards.
    ///
    /// Each stage uses only the results of the stages before it: settings, terms and pages, cases, references between files, rules
    /// about the content as a whole, the model.
    mutating func read() -> Casebook? {
        reportLinks()
        let readings = readReadings()
        let schema = readSchema(readings)
        let usable = schema.flatMap { $0.isUsable ? $0 : nil }
        let sources = sources(schema: usable)
        // Terms are read before cases, so that everything in a case's front matter is looked up when the case is read.
        let cases = sources.filter { $0.role == .caseFile }
        let others = sources.filter { $0.role != .caseFile }
        var (files, unreadable) = readFiles(others, schema: usable, terms: [])
        let terms = usable.map { TermIndex.all($0, files: files, unreadable: unreadable) } ?? []
        let basis = cache == nil ? [] : basis(others)
        let read = readFiles(cases, schema: usable, terms: terms, basis: basis)
        guard let schema = usable else {
            cache?.content = nil
            return nil
        }
        files = (files + read.files).sorted { $0.text.path < $1.text.path }
        unreadable.formUnion(read.unreadable)
        let content = ContentFiles(
            root: root, schema: schema, files: files, terms: terms, readings: readings, unreadable: unreadable,
            images: checkedImages(),
            includingDrafts: includingDrafts, baseURL: baseURL)
        cache?.content = content
        // Nothing is built from content with an error.
        let builder = report.hasErrors ? nil : CasebookBuilder(content: content)
        let ofFiles = report.diagnostics
        let lookedUp = concurrentMap(files.count, jobs: jobs) { index in
            Self.lookUp(index, in: content, builder: builder)
        }
        let ofReferences = lookedUp.flatMap(\.diagnostics)
        var ofContent = Report()
        for rule in Rules.lists.ofContent { rule.check(content, report: &ofContent) }
        report.diagnostics += ofReferences + concealed(ofContent.diagnostics, content)
        guard !report.hasErrors, let casebook = builder?.build(lookedUp.map(\.part)) else { return nil }
        if let listing, cache != nil || keeper != nil {
            let valid = ReadingCache.ValidContent(
                listing: listing, content: content, casebook: casebook, ofFiles: ofFiles, ofReferences: ofReferences,
                ofContent: concealed(ofContent.diagnostics, content))
            cache?.validContent = valid
            keeper?.keep(valid, isContinued: false)
        }
        return casebook
    }

    /// Returns diagnostics of any files without anything private.
    private func concealed(_ diagnostics: [Diagnostic], _ content: ContentFiles) -> [Diagnostic] {
        diagnostics.flatMap { diagnostic in
            let location = String(diagnostic.path.dropFirst(root.count + 1))
            guard diagnostic.range != nil, let index = content.fileIndices[location] else { return [diagnostic] }
            let file = content.files[index]
            return file.concealment.applied(to: [diagnostic], in: file.text, fields: file.record.fields)
        }
    }

    /// Reads and checks some files.
    ///
    /// - Returns: The files that are text, and the locations of all others.
    mutating func readFiles(
        _ sources: [Source], schema: Schema?, terms: [TermIndex], basis: [ReadingCache.FileVersion] = []
    ) -> (files: [ContentFile], unreadable: Set<String>) {
        let versions = basis.isEmpty ? [] : sources.map(version)
        let old = basis.isEmpty ? [] : cache?.results(of: versions, basis: basis) ?? []
        let results = concurrentMap(sources.count, jobs: jobs) { [bytes, reportsTidyings, day] index in
            if !old.isEmpty, let result = old[index] { return result }
            return Self.readFile(
                sources[index], schema: schema, terms: terms, reportsTidyings: reportsTidyings, day: day, bytes: bytes)
        }
        if !basis.isEmpty { cache?.keep(Array(zip(versions, results)), basis: basis) }
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

    private func version(_ source: Source) -> ReadingCache.FileVersion {
        ReadingCache.FileVersion(path: source.path, stamp: stamp(source.index))
    }

    /// Returns the versions of the settings, the readings and the terms, on which all cases depend.
    private func basis(_ sources: [Source]) -> [ReadingCache.FileVersion] {
        let settings = paths.filter { ["\(root)/casebook.yml", "\(root)/\(ReadingList.fileName)"].contains($0.path) }
        let terms = sources.filter { if case .term = $0.role { true } else { false } }
        return settings.map { ReadingCache.FileVersion(path: $0.path, stamp: stamp($0.index)) }
            + terms.map(version)
    }

    /// Reads and checks `casebook.yml`; `nil` if it is missing or is not text.
    ///
    /// - Parameter readings: The list of readings, if there is one.
    mutating func readSchema(_ readings: ReadingList?) -> Schema? {
        let path = root + "/casebook.yml"
        guard let source = paths.first(where: { $0.path == path }) else {
            let names = (paths.map(\.path).filter { $0.hasPrefix(root + "/") }.map { String($0.dropFirst(root.count + 1)) })
            let other = (names + images.map(\.path)).first { MisnamedFile($0) == .settings }
            report.add(MissingSettings(root: root, other: other), path: path)
            return nil
        }
        let settings = SourceFile(path: path, bytes: bytes(source.index))
        let (text, diagnostics) = SourceDecoder.decode(settings)
        report.diagnostics += diagnostics
        guard let text else { return nil }
        if reportsTidyings { report.add(Tidying.ofStorage(settings.bytes), path: path) }
        let file = ParsedFile(
            role: .settings, location: "casebook.yml", name: "casebook", text: text,
            fields: Self.settingsFields)
        let schema = Schema(
            file.record, in: text, isWellFormed: file.frontMatter.syntaxErrors.isEmpty,
            readings: readings?.finder ?? ReadingFinder([]))
        var found = Report()
        Rules.check(file, schema: schema, report: &found)
        Rules.check(schema, report: &found)
        report.diagnostics += Concealment(file.frontMatter).applied(
            to: found.diagnostics, in: text, fields: file.record.fields)
        return schema
    }

    /// Reads and checks `readings.csv`; `nil` if there is none or it is not text.
    mutating func readReadings() -> ReadingList? {
        let path = "\(root)/\(ReadingList.fileName)"
        guard let source = paths.first(where: { $0.path == path }) else { return nil }
        let (text, diagnostics) = SourceDecoder.decode(SourceFile(path: path, bytes: bytes(source.index)))
        report.diagnostics += diagnostics
        guard let list = text.map(ReadingList.init) else { return nil }
        report.diagnostics += list.problems
        return list
    }

    /// Looks up what a file refers to, and builds its part of the casebook.
    static func lookUp(
        _ index: Int, in content: ContentFiles, builder: CasebookBuilder?
    ) -> (part: CasebookBuilder.Part?, diagnostics: [Diagnostic]) {
        var report = Report()
        let file = content.files[index]
        let references = References(file, in: content)
        for rule in Rules.lists.ofReferences {
            rule.check(file, references: references, content: content, report: &report)
        }
        let shown = file.concealment.applied(to: report.diagnostics, in: file.text, fields: file.record.fields)
        return (report.hasErrors ? nil : builder?.makePart(index, references), shown)
    }
}

extension CasebookReader {
    /// The keys of `casebook.yml`.
    package static var settingsFields: [Field] { Field.ofSettings(advice: AdviceRules.all.map { $0.id }) }

    /// Reads files that are in memory.
    ///
    /// - Returns: The casebook, or `nil` if there is an error; and all diagnostics, sorted.
    public static func read(
        files: [SourceFile], images: [ImageFile], links: [String] = [], root: String = "content", includingDrafts: Bool,
        jobs: Int? = nil, on day: CalendarDate? = nil
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        read(
            paths: files.map(\.path), images: images, links: links, root: root, includingDrafts: includingDrafts,
            jobs: jobs, on: day, bytes: { files[$0].bytes })
    }

    /// Returns every diagnostic of files, including those on valid but unusual forms, which only fixing needs.
    package static func diagnosticsForFixing(
        paths: [String], images: [ImageFile], links: [String], root: String, jobs: Int,
        bytes: @escaping @Sendable (Int) -> [UInt8]
    ) -> [Diagnostic] {
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path }, images: images,
            links: links, root: root, includingDrafts: false, jobs: jobs, reportsTidyings: true, bytes: bytes)
        _ = reader.read()
        return reader.report.diagnostics.sorted()
    }
}
