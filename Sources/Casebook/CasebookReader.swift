import Diagnostics
import Foundation

/// Reads a content folder's files into a casebook, and tells everything that is wrong with them at once.
///
/// Pure: it reads no disk and no clock, and neither the order of the files nor the number of threads changes its answer.
public struct CasebookReader {
    let files: [SourceFile]
    let images: [String]
    let links: [String]
    let root: String
    let includingDrafts: Bool
    let jobs: Int
    var report = Report()

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: `casebook.yml` and every other text below the content folder, with the paths to show.
    ///   - images: The paths of the image files, below the content folder.
    ///   - links: The paths of symbolic links below the content folder, which are not read.
    ///   - root: The content folder as `files`' paths start.
    ///   - includingDrafts: Whether drafts are among the cases. They are checked in any case.
    ///   - jobs: On how many threads to read; one a processor if nil.
    /// - Returns: The casebook, nil when something is wrong that is more than a warning; and all that is, sorted.
    /// - Complexity: O(n log n) in the number of files, O(n) in their length.
    public static func read(
        files: [SourceFile], images: [String], links: [String] = [], root: String = "content", includingDrafts: Bool,
        jobs: Int? = nil
    ) -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        var reader = CasebookReader(
            files: files.sorted { $0.path < $1.path }, images: images.sorted(), links: links.sorted(), root: root,
            includingDrafts: includingDrafts, jobs: max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount))
        let casebook = reader.read()
        return (casebook, reader.report.diagnostics.sorted())
    }

    private mutating func read() -> Casebook? {
        tellLinks()
        let schema = readSchema()
        let usable = schema.flatMap { $0.isUsable ? $0 : nil }
        let sources = sources(schema: usable)
        let read = concurrentMap(sources.count, jobs: jobs) { [sources] index in
            Self.readFile(sources[index], schema: usable)
        }
        for result in read { report.diagnostics += result.diagnostics }
        guard let schema = usable else { return nil }
        let unreadable = zip(sources, read).compactMap { $1.file == nil ? $0.location : nil }
        let collection = Collection(
            root: root, schema: schema, files: read.compactMap(\.file), unreadable: Set(unreadable),
            images: checkedImages(), includingDrafts: includingDrafts)
        let references = concurrentMap(collection.files.count, jobs: jobs) { index in
            Self.lookUp(collection.files[index], in: collection)
        }
        for result in references { report.diagnostics += result.diagnostics }
        for checker in Checkers.ofCollections { checker.check(collection, report: &report) }
        guard !report.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
        return CasebookBuilder(collection: collection, references: references.map(\.references)).build(jobs: jobs)
    }

    private mutating func readSchema() -> Schema? {
        let path = root + "/casebook.yml"
        guard let source = files.first(where: { $0.path == path }) else {
            report.tell(.missingSettings(root: root), path: path)
            return nil
        }
        let (text, diagnostics) = SourceDecoder.decode(source)
        report.diagnostics += diagnostics
        guard let text else { return nil }
        let file = ContentFile(
            role: .settings, location: "casebook.yml", name: "casebook", text: text, fields: Field.settings)
        let schema = Schema(file)
        for checker in Checkers.ofFiles { checker.check(file, schema: schema, report: &report) }
        for checker in Checkers.ofSchemas { checker.check(schema, report: &report) }
        return schema
    }

    /// A file to read and what it is.
    private struct Source: Sendable {
        let file: SourceFile
        let location: String
        let name: String
        let role: ContentFile.Role
    }

    /// The files to read; tells of those that are in no place for one.
    private mutating func sources(schema: Schema?) -> [Source] {
        var folders: [String: ContentFile.Role] = ["cases": .caseFile, "pages": .page]
        for (index, taxonomy) in (schema?.taxonomies ?? []).enumerated() where folders[taxonomy.folder.value] == nil {
            folders[taxonomy.folder.value] = .term(index)
        }
        let prefix = root + "/"
        var sources: [Source] = []
        for file in files {
            let location = file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path
            switch ContentLocation(location) {
            case .settings, .ignored: break
            case .misplaced(let reason): report.tell(.misplacedFile(reason), path: file.path)
            case .file(let folder, let name):
                if let role = folders[folder] {
                    sources.append(Source(file: file, location: location, name: name, role: role))
                } else if schema != nil {
                    report.tell(.misplacedFile(.unknownFolder(name: folder, folders: folders.keys.sorted())), path: file.path)
                }
            }
        }
        return sources
    }

    private mutating func checkedImages() -> [String] {
        images.filter { path in
            let isPlaced = path.hasPrefix("images/")
            if !isPlaced { report.tell(.misplacedFile(.image), path: "\(root)/\(path)") }
            return isPlaced
        }
    }

    private mutating func tellLinks() {
        for path in links where !path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) {
            report.tell(.misplacedFile(.link), path: "\(root)/\(path)")
        }
    }

    private static func readFile(
        _ source: Source, schema: Schema?
    ) -> (file: ContentFile?, diagnostics: [Diagnostic]) {
        var report = Report()
        let (text, diagnostics) = SourceDecoder.decode(source.file)
        report.diagnostics += diagnostics
        guard let text else { return (nil, report.diagnostics) }
        var fields: [Field] = []
        switch source.role {
        case .caseFile: fields = schema?.caseFields ?? []
        case .term(let index): fields = schema?.taxonomies[index].fields ?? []
        case .page, .settings: fields = Field.ofPages
        }
        let file = ContentFile(
            role: source.role, location: source.location, name: source.name, text: text, fields: fields,
            sections: schema?.sections ?? [])
        report.diagnostics += file.markdownDiagnostics
        report.hidden = file.record.entries.filter { $0.name == FrontMatterParser.privateKey }.map(\.line)
        for checker in schema == nil ? Checkers.ofForms : Checkers.ofFiles {
            checker.check(file, schema: schema, report: &report)
        }
        return (file, report.diagnostics)
    }

    private static func lookUp(
        _ file: ContentFile, in collection: Collection
    ) -> (references: References, diagnostics: [Diagnostic]) {
        var report = Report()
        let references = References(file, in: collection)
        for checker in Checkers.ofReferences {
            checker.check(file, references: references, collection: collection, report: &report)
        }
        return (references, report.diagnostics)
    }
}
