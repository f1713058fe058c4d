import Diagnostics
import Synchronization

extension CasebookReader {
    /// Reads what a content folder declares: `casebook.yml` and the terms. Of cases, only ids and titles are read, so that no
    /// flaw in one stands in the way of another.
    ///
    /// - Parameters:
    ///   - paths: The paths to show of `casebook.yml` and every other text below the content folder.
    ///   - root: The content folder as `paths` start.
    ///   - readsTitles: Whether the titles of cases are wanted.
    ///   - bytes: Gives the bytes of the file whose path stands at an index.
    /// - Returns: The form, nil when an error stands in its way; and what is wrong.
    /// - Throws: What `bytes` throws.
    public static func readForm<Failure: Error>(
        paths: [String], root: String, readsTitles: Bool, bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let failure = Mutex<Failure?>(nil)
        var reader = CasebookReader(
            paths: paths.enumerated().map { (path: $1, index: $0) }.sorted { $0.path < $1.path }, images: [], links: [],
            root: root, includingDrafts: true, jobs: 1, known: nil, listing: nil
        ) { index in
            do throws(Failure) {
                return try bytes(index)
            } catch {
                failure.withLock { known in known = known ?? error }
                return []
            }
        }
        let form = reader.readForm(readsTitles: readsTitles)
        if let error = failure.withLock({ $0 }) { throw error }
        let diagnostics = reader.report.diagnostics.filter { $0.severity == .error }.sorted()
        return (diagnostics.isEmpty ? form : nil, diagnostics)
    }

    private mutating func readForm(readsTitles: Bool) -> CaseForm? {
        guard let schema = readSchema() else { return nil }
        guard schema.isUsable else { return nil }
        let sources = sources(schema: schema)
        let ofTerms = sources.filter { if case .term = $0.role { true } else { false } }
        let (files, unreadable) = readFiles(ofTerms, schema: schema, terms: [])
        let terms = TermIndex.all(schema, files: files, unreadable: unreadable)
        let cases = sources.filter { $0.role == .caseFile }
        var titles: [String: String] = [:]
        for source in readsTitles ? cases : [] {
            let decoded = SourceDecoder.decode(SourceFile(path: source.path, bytes: bytes(source.index)))
            guard let text = decoded.text else { continue }
            let entries = FrontMatterParser.parse(text).entries
            guard let title = entries.first(where: { $0.name == "title" })?.value.text?.string(in: text) else { continue }
            if titles[title] == nil { titles[title] = source.path }
        }
        return CaseForm(
            schema: schema, terms: terms, numbers: terms.map { $0.order.map { TermIndex.number(files[$0]) } }, root: root,
            ids: cases.map(\.name).sorted(), titles: titles)
    }
}
