import CasebookLoading
import Diagnostics

/// The files of a new casebook's content folder, except its guide and its pages.
public struct Starter: Sendable {
    /// The texts of the files by their paths in the content folder, sorted by path.
    public let files: [(path: String, text: String)]
    /// What was decided about a table, one sentence each.
    public let decisions: [Message]

    /// The settings of the casebook with two samples, to which the texts of `starter/` belong.
    public static func ofSamples(in language: Language) -> Starter {
        Starter(files: [("casebook.yml", SettingsText.ofSamples(in: language).text)], decisions: [])
    }

    /// Everything from the rows of a table.
    ///
    /// - Parameters:
    ///   - table: A table with headings and one case per row.
    ///   - title: The title of the casebook.
    ///   - language: The language of the casebook.
    ///   - encoding: The encoding of the table. `nil` means that it is detected.
    /// - Returns: The files, or nil if there is a problem; and all problems of the table, sorted.
    public static func read(
        _ table: SourceFile, title: String, in language: Language, encoding: CSVEncoding? = nil
    ) -> (starter: Starter?, diagnostics: [Diagnostic]) {
        let source = TableSource(table, as: encoding, in: language) { SheetTables(largestOf: $0, path: table.path) }
        guard source.diagnostics.isEmpty else { return (nil, source.diagnostics.sorted()) }
        guard let rows = source.tables.first else { return (nil, [Diagnostic(ImportProblem.noRows, path: table.path)]) }
        switch TableGuess.read(rows.rows) {
        case .failure(let refusal): return (nil, [Diagnostic(refusal.problem, path: rows.path)])
        case .success(let guess):
            let casebook = TableCasebook(guess, title: title, table: table.path, language: language)
            let result = casebook.cases(of: rows)
            guard result.diagnostics.isEmpty else { return (nil, result.diagnostics) }
            let cases = result.cases.enumerated().map { ("cases/\(CaseNumber.id($0 + 1)).md", $1.text) }
            let decisions = source.messages + casebook.decisions
            return (Starter(files: casebook.declarations + cases, decisions: decisions), [])
        }
    }
}
