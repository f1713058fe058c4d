import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// What a new case can and must contain, according to the content folder.
public struct CaseForm: Sendable {
    let schema: Schema
    let terms: [TermIndex]
    /// The content folder as messages show it.
    let root: String
    /// The ids of the existing cases, sorted.
    public let ids: [String]
    /// For each title of an existing case, the path of its file.
    let titles: [String: String]
    /// The questions about terms, one per taxonomy, in the order of the taxonomies.
    public let questions: [TermQuestion]
    /// The questions about declared fields, in the order of `casebook.yml`.
    public let fields: [FieldQuestion]
    /// The order in which to ask about terms, as indices of the questions: the primary taxonomy, the secondary one, then the others.
    public let order: [Int]

    /// Creates the form from the declarations of a content folder.
    package init(_ declarations: Declarations) {
        schema = declarations.schema
        terms = declarations.terms
        root = declarations.root
        ids = declarations.ids
        titles = declarations.titles
        let (schema, terms, numbers) = (schema, terms, declarations.numbers)
        questions = terms.indices.map { TermQuestion(schema.taxonomies[$0], terms[$0], numbers: numbers[$0]) }
        fields = schema.fields.map { FieldQuestion($0.definition, isJapanese: declarations.schema.isJapanese) }
        let taxonomy = { (key: String) in
            schema.record.located(key, in: schema.source).flatMap { schema.taxonomy(folder: $0.value) }
        }
        order = CaseQuestion.order(primary: taxonomy("primary"), secondary: taxonomy("secondary"), count: terms.count)
    }

    /// Reads the form from a content folder. Of existing cases only ids and titles are read.
    ///
    /// - Parameters:
    ///   - paths: The paths of `casebook.yml` and every other text file in the content folder, as messages show them.
    ///   - root: The content folder, with which `paths` start.
    ///   - readsTitles: Whether to read the titles of cases.
    ///   - bytes: Returns the bytes of the file whose path is at an index.
    /// - Returns: The form, or `nil` if the declarations have an error; and all errors, sorted.
    /// - Throws: What `bytes` throws.
    public static func read<Failure: Error>(
        paths: [String], root: String, readsTitles: Bool, bytes: @escaping @Sendable (Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let (declarations, diagnostics) = try CasebookReader.readDeclarations(
            paths: paths, root: root, readsTitles: readsTitles, bytes: bytes)
        return (declarations.map(CaseForm.init), diagnostics)
    }

    /// The questions for the people who send a case in.
    var contributorQuestions: [CaseQuestion] {
        CaseQuestion.all(
            taxonomies: questions.indices.map {
                .init(
                    key: questions[$0].key, label: questions[$0].label, hint: schema.taxonomies[$0].description,
                    isRequired: questions[$0].isRequired)
            },
            order: order, sections: schema.sections.map(\.definition), fields: schema.fields.map(\.definition))
    }

    /// What contributors confirm before they send a case, as `casebook.yml` words it; empty if it says nothing.
    var consent: [String] {
        schema.record.records("submission").first?.list("consent", in: schema.source).map(\.value) ?? []
    }

    /// The language of what is written for the casebook: Japanese or English.
    public var language: Language { schema.isJapanese ? .ja : .en }

    /// The keys of a case in the order in which a new case has them: the title, taxonomies, declared fields, all others.
    var keys: [Field] {
        let declared = Set(fields.map(\.key))
        func rank(_ field: Field) -> Int {
            if field.key == "title" { return 0 }
            if case .terms(let index) = field.kind { return 1 + (order.firstIndex(of: index) ?? index) }
            return declared.contains(field.key) ? 1 + order.count : 2 + order.count
        }
        return schema.caseFields.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }

    /// Applies the rules about a case file to a text, and returns every diagnostic.
    func check(_ text: String) -> [Diagnostic] {
        CasebookReader.checkCase(text, root: root, schema: schema, terms: terms)
    }
}

/// The ids of new cases: `c` and a number with at least three digits.
public enum CaseNumber {
    /// Returns the number after the highest number of a file.
    ///
    /// - Parameter names: The names of all files in the folder of cases, including drafts, copies and files that are not read.
    public static func next(after names: [String]) -> Int {
        (names.compactMap(number).max() ?? 0) + 1
    }

    /// Returns the id with a number.
    public static func id(_ number: Int) -> String {
        let digits = String(number)
        return "c" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// Returns the number at the start of a name, after dots and underscores. Width and case of the letters do not matter.
    private static func number(_ name: String) -> Int? {
        let folded = foldedName(name).drop { $0 == "." || $0 == "_" }
        guard folded.first == "c" else { return nil }
        let digits = folded.dropFirst().prefix { $0.isASCII && $0.isNumber }
        // A longer number is not a case number, and adding one must not overflow.
        return digits.count <= 9 ? Int(digits) : nil
    }
}
