import CasebookLoading
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

    /// Makes the form for what a content folder declares.
    init(_ declarations: Declarations) {
        schema = declarations.schema
        terms = declarations.terms
        root = declarations.root
        ids = declarations.ids
        titles = declarations.titles
        let (schema, terms, numbers) = (schema, terms, declarations.numbers)
        questions = terms.indices.map { TermQuestion(schema.taxonomies[$0], terms[$0], numbers: numbers[$0]) }
        let first = ["primary", "secondary"].compactMap { key in
            schema.record.placed(key, in: schema.source).flatMap { schema.taxonomy(folder: $0.value) }
        }
        order = first + terms.indices.filter { !first.contains($0) }
    }

    /// Reads what new cases can hold from a content folder.
    ///
    /// - Parameters: As ``CasebookReader/readDeclarations(paths:root:readsTitles:bytes:)`` takes them.
    /// - Returns: The form, nil if there is an error in what the folder declares; and all errors, sorted.
    /// - Throws: What `bytes` throws.
    public static func read<Failure: Error>(
        paths: [String], root: String, readsTitles: Bool, bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let (declarations, diagnostics) = try CasebookReader.readDeclarations(
            paths: paths, root: root, readsTitles: readsTitles, bytes: bytes)
        return (declarations.map(CaseForm.init), diagnostics)
    }

    /// Returns every diagnostic of a case's text.
    func check(_ text: String) -> [Diagnostic] {
        CasebookReader.checkCase(text, root: root, schema: schema, terms: terms)
    }
}
