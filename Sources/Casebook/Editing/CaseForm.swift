import Diagnostics

/// What a new case can and must hold, as a content folder declares it.
public struct CaseForm: Sendable {
    let schema: Schema
    let terms: [TermIndex]
    /// The content folder as it is shown.
    let root: String
    /// The ids of the cases that there are, sorted.
    let ids: [String]
    /// For each title of a case that there is, the path of its file.
    let titles: [String: String]
    /// What to ask about terms, in the order of the taxonomies.
    public let questions: [TermQuestion]
    /// The indices of the questions: the primary taxonomy's, the secondary's, then the others'.
    public let order: [Int]

    init(
        schema: Schema, terms: [TermIndex], numbers: [[Int?]], root: String, ids: [String], titles: [String: String]
    ) {
        self.schema = schema
        self.terms = terms
        self.root = root
        self.ids = ids
        self.titles = titles
        questions = terms.indices.map { TermQuestion(schema.taxonomies[$0], terms[$0], numbers: numbers[$0]) }
        let first = ["primary", "secondary"].compactMap { key in
            schema.record.placed(key, in: schema.source).flatMap { schema.taxonomy(folder: $0.value) }
        }
        order = first + terms.indices.filter { !first.contains($0) }
    }

    /// Everything that the checks say about a case's text.
    func check(_ text: String) -> [Diagnostic] {
        let location = "cases/c000.md"
        let (source, diagnostics) = SourceDecoder.decode(SourceFile(path: "\(root)/\(location)", text: text))
        guard let source else { return diagnostics }
        let file = ContentFile(
            role: .caseFile, location: location, name: "c000", text: source, fields: schema.caseFields,
            sections: schema.sections)
        var report = Report()
        report.diagnostics = diagnostics + file.markdownDiagnostics
        Rules.check(file, schema: schema, report: &report)
        let uses = TermUses(file, schema: schema, terms: terms)
        Rules.check(file, uses: uses, terms: terms, schema: schema, report: &report)
        return report.diagnostics.sorted()
    }
}
