import CasebookModel
import Diagnostics

/// Reads one file. The result depends only on the file, the settings and the terms.
extension CasebookReader {
    /// Reads a file and applies the rules about one file.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - schema: The declarations of `casebook.yml`; `nil` if they are invalid.
    ///   - terms: The terms of each taxonomy. Empty for files other than cases.
    ///   - bytes: Returns the bytes of the file at an index.
    ///   - reportsTidyings: Whether to report valid but unusual forms too, for fixing.
    ///   - day: The day of the check, if it is given.
    static func readFile(
        _ source: Source, schema: Schema?, terms: [TermIndex], reportsTidyings: Bool, day: CalendarDate? = nil,
        bytes: (Int) -> [UInt8]
    ) -> ReadingCache.Result {
        var report = Report()
        let read = SourceFile(path: source.path, bytes: bytes(source.index))
        let (text, diagnostics) = SourceDecoder.decode(read)
        report.diagnostics += diagnostics
        guard let text else { return ReadingCache.Result(file: nil, diagnostics: report.diagnostics) }
        if reportsTidyings { report.add(Tidying.ofStorage(read.bytes), path: source.path) }
        let fields = Field.all(ofFile: source.role, in: schema)
        let file = ParsedFile(
            role: source.role, location: source.location, name: source.name, text: text, fields: fields,
            sections: schema?.sections ?? [])
        report.diagnostics += file.markdownDiagnostics
        func result(_ content: ContentFile) -> ReadingCache.Result {
            let shown = content.concealment.applied(to: report.diagnostics, in: text, fields: fields)
            return ReadingCache.Result(file: content, diagnostics: shown)
        }
        Rules.check(file, schema: schema, report: &report)
        if let day, let schema {
            DateToCome.check(file, schema: schema, on: day, report: &report)
            ReviewDue.check(file, schema: schema, on: day, report: &report)
        }
        guard source.role == .caseFile, let schema else {
            return result(ContentFile(file))
        }
        let uses = TermUses(file, schema: schema, terms: terms)
        Rules.check(file, uses: uses, terms: terms, schema: schema, report: &report)
        if reportsTidyings {
            OtherTermNames.check(file, uses: uses, terms: terms, schema: schema, report: &report)
        }
        return result(ContentFile(file, uses: uses, declared: schema.fields))
    }

    /// Checks the text of a case that is not in the content folder, as if it were there.
    ///
    /// - Returns: Every diagnostic that depends on the case, the settings and the terms alone, sorted.
    package static func checkCase(_ text: String, root: String, schema: Schema, terms: [TermIndex]) -> [Diagnostic] {
        let location = "cases/c000.md"
        let source = Source(path: "\(root)/\(location)", index: 0, location: location, name: "c000", role: .caseFile)
        let result = readFile(
            source, schema: schema, terms: terms, reportsTidyings: false, bytes: { _ in Array(text.utf8) })
        return result.diagnostics.sorted()
    }
}
