import Basics
import Diagnostics
import Synchronization

/// The declarations of a content folder: `casebook.yml`, the terms, and the ids and titles of existing cases.
package struct Declarations: Sendable {
    package let schema: Schema
    /// The terms of each taxonomy.
    package let terms: [TermIndex]
    /// For each taxonomy, the numbers of its terms in order; `nil` for a term without a number.
    package let numbers: [[Int?]]
    /// The content folder as messages show it.
    package let root: String
    /// The ids of the existing cases, sorted.
    package let ids: [String]
    /// For each title of an existing case, the path of its file.
    package let titles: [String: String]
}

extension CasebookReader {
    /// Reads the declarations of a content folder. Of cases, only ids and titles are read, so that an error in one case does not
    /// prevent another one from being written.
    ///
    /// - Parameters:
    ///   - paths: The paths of `casebook.yml` and every other text file in the content folder, as messages show them.
    ///   - root: The content folder, with which `paths` start.
    ///   - readsTitles: Whether to read the titles of cases.
    ///   - bytes: Returns the bytes of the file whose path is at an index.
    /// - Returns: The declarations, or `nil` if they have an error; and all errors, sorted.
    /// - Throws: What `bytes` throws.
    package static func readDeclarations<Failure: Error>(
        paths: [String], root: String, readsTitles: Bool, bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (declarations: Declarations?, diagnostics: [Diagnostic]) {
        let failure = Mutex<Failure?>(nil)
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path }, images: [], links: [],
            root: root, includingDrafts: true, jobs: 1, cache: nil, listing: nil
        ) { index in
            do throws(Failure) {
                return try bytes(index)
            } catch {
                failure.withLock { first in first = first ?? error }
                return []
            }
        }
        let declarations = reader.readDeclarations(readsTitles: readsTitles)
        if let error = failure.withLock({ $0 }) { throw error }
        let diagnostics = reader.report.diagnostics.filter { $0.severity == .error }.sorted()
        return (diagnostics.isEmpty ? declarations : nil, diagnostics)
    }

    private mutating func readDeclarations(readsTitles: Bool) -> Declarations? {
        // Problems of the readings are no reason to declare nothing.
        let found = report
        let readings = readReadings()
        report = found
        guard let schema = readSchema(readings), schema.isUsable else { return nil }
        let sources = sources(schema: schema)
        let ofTerms = sources.filter { if case .term = $0.role { true } else { false } }
        let (files, unreadable) = readFiles(ofTerms, schema: schema, terms: [])
        let terms = TermIndex.all(schema, files: files, unreadable: unreadable)
        let cases = sources.filter { $0.role == .caseFile }
        var titles: [String: String] = [:]
        for source in readsTitles ? cases : [] {
            let decoded = SourceDecoder.decode(SourceFile(path: source.path, bytes: bytes(source.index)))
            guard let text = decoded.text else { continue }
            let entries = FrontMatterParser.parse(text, knownKeys: schema.caseFields.map(\.key)).entries
            guard let title = entries.first(where: { $0.name == "title" })?.value.text?.string(in: text) else { continue }
            if titles[title] == nil { titles[title] = source.path }
        }
        return Declarations(
            schema: schema, terms: terms, numbers: terms.map { $0.order.map { TermIndex.number(files[$0]) } }, root: root,
            ids: cases.map(\.name).sorted(), titles: titles)
    }
}
