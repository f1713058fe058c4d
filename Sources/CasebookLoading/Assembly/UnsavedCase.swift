import CasebookModel
import Diagnostics

/// A case as it would be if a text that is not saved yet were its file.
package struct UnsavedCase: Sendable {
    /// Every problem of the case, sorted.
    package let diagnostics: [Diagnostic]
    /// The case as far as it can be built, also with problems; `nil` if the bytes are not text.
    package let entry: Case?
}

extension ContentFiles {
    /// Checks a text as if it were the file of a case, with everything else as it was read.
    ///
    /// - Parameters:
    ///   - name: The name of the file without `.md`. There may be no such file yet.
    ///   - bytes: The bytes of the file.
    ///   - day: The day of the check, for advice on days that are yet to come and on reviews.
    /// - Complexity: That of reading one case. O(n) in the number of files, with a small factor.
    package func unsaved(case name: String, bytes: [UInt8], on day: CalendarDate?) -> UnsavedCase {
        let location = "cases/\(name).md"
        let source = CasebookReader.Source(
            path: "\(root)/\(location)", index: 0, location: location, name: name, role: .caseFile)
        let result = CasebookReader.readFile(
            source, schema: schema, terms: terms, reportsTidyings: false, day: day, bytes: { _ in bytes })
        guard let file = result.file else { return UnsavedCase(diagnostics: result.diagnostics.sorted(), entry: nil) }
        let (content, index) = with(file)
        let references = References(file, in: content)
        var report = Report()
        for rule in Rules.lists.ofReferences {
            rule.check(file, references: references, content: content, report: &report)
        }
        // Of the rules about the content as a whole, an edit of a case can break only these.
        var ofContent = Report()
        DuplicateTitle.check(content, report: &ofContent)
        if file.caseValues?.facts.aliases.isEmpty == false { TakenAddress.check(content, report: &ofContent) }
        report.diagnostics += ofContent.diagnostics.filter { $0.path == source.path }
        let shown = file.concealment.applied(to: report.diagnostics, in: file.text, fields: file.record.fields)
        let part = CasebookBuilder(content: content).makePart(index, references)
        let entry: Case? = if case .caseFile(let entry) = part { entry } else { nil }
        return UnsavedCase(diagnostics: (result.diagnostics + shown).sorted(), entry: entry)
    }

    /// The declarations for forms, and the ids of all cases.
    package var declarations: Declarations {
        Declarations(
            schema: schema, terms: terms, numbers: terms.map { $0.order.map { TermIndex.number(files[$0]) } }, root: root,
            ids: names["cases"] ?? [], titles: [:])
    }

    /// Returns the content in which a case replaces the one at its location, or is added, and the index of its file.
    private func with(_ file: ContentFile) -> (content: ContentFiles, index: Int) {
        if let index = fileIndices[file.location] { return (replacing([index: file]), index) }
        let position = files.firstIndex { $0.location > file.location } ?? files.count
        var all = files
        all.insert(file, at: position)
        let content = ContentFiles(
            root: root, schema: schema, files: all, terms: terms, unreadable: unreadable, images: images,
            includingDrafts: true, baseURL: baseURL)
        return (content, position)
    }
}
