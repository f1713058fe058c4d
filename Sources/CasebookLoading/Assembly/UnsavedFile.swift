import CasebookModel
import Diagnostics

/// A file as it would be if a text that is not saved yet were in it.
package struct UnsavedFile: Sendable {
    /// Every problem of the file, sorted.
    package let diagnostics: [Diagnostic]
    /// The case, term, page or word as far as it can be built, also with problems; `nil` if the bytes are not text.
    package let part: CasebookBuilder.Part?
    /// The case, if it is one.
    package var entry: Case? { if case .caseFile(let entry)? = part { entry } else { nil } }
}

extension ContentFiles {
    /// Checks a text as if it were a file of the content, with everything else as it was read.
    ///
    /// - Parameters:
    ///   - location: The path of the file relative to the content folder. There may be no such file yet.
    ///   - bytes: The bytes of the file.
    ///   - day: The day of the check, for advice on days that are yet to come and on reviews.
    ///   - reportsTidyings: Whether to report valid but unusual forms too, for fixing.
    /// - Complexity: That of reading one file. O(n) in the number of files, with a small factor for cases.
    package func unsaved(
        at location: String, bytes: [UInt8], on day: CalendarDate?, reportsTidyings: Bool = false
    ) -> UnsavedFile {
        guard case .file(let folder, let name) = ContentLocation(location[...]),
            let role = ContentFile.Role.folders(of: schema)[folder]
        else { return UnsavedFile(diagnostics: [], part: nil) }
        let source = CasebookReader.Source(path: "\(root)/\(location)", index: 0, location: location, name: name, role: role)
        let result = CasebookReader.readFile(
            source, schema: schema, terms: role == .caseFile ? terms : [], reportsTidyings: reportsTidyings,
            day: day,
            bytes: { _ in bytes })
        guard let file = result.file else { return UnsavedFile(diagnostics: result.diagnostics.sorted(), part: nil) }
        let (content, index) = with(file)
        let references = References(file, in: content)
        var report = Report()
        for rule in Rules.lists.ofReferences {
            rule.check(file, references: references, content: content, report: &report)
        }
        report.diagnostics += role == .caseFile ? content.problems(ofCase: file) : content.problems(of: file, before: self)
        let shown = file.concealment.applied(to: report.diagnostics, in: file.text, fields: file.record.fields)
        let part = CasebookBuilder(content: content).makePart(index, references)
        return UnsavedFile(diagnostics: (result.diagnostics + shown).sorted(), part: part)
    }

    /// Applies the rules about the content as a whole that an edit of a case can break.
    private func problems(ofCase file: ContentFile) -> [Diagnostic] {
        var report = Report()
        DuplicateTitle.check(self, report: &report)
        if file.caseValues?.facts.aliases.isEmpty == false { TakenAddress.check(self, report: &report) }
        return report.diagnostics.filter { $0.path == file.text.path }
    }

    /// Applies all rules about the content as a whole. Returns what they say about a file, and what they say about others only since the
    /// file has its text: the same name in two files is reported in one of them.
    private func problems(of file: ContentFile, before old: ContentFiles) -> [Diagnostic] {
        func all(_ content: ContentFiles) -> [Diagnostic] {
            var report = Report()
            for rule in Rules.lists.ofContent { rule.check(content, report: &report) }
            return report.diagnostics
        }
        let known = Set(all(old))
        return all(self).filter { $0.path == file.text.path || !known.contains($0) && $0.severity == .error }
    }

    /// The declarations for forms, and the ids of all cases.
    package var declarations: Declarations {
        Declarations(
            schema: schema, terms: terms, numbers: terms.map { $0.order.map { TermIndex.number(files[$0]) } }, root: root,
            ids: names["cases"] ?? [], titles: [:])
    }

    /// Returns the content in which a file replaces the one at its location, or is added, and the index of the file.
    private func with(_ file: ContentFile) -> (content: ContentFiles, index: Int) {
        let known = fileIndices[file.location]
        if file.role == .caseFile, let known { return (replacing([known: file]), known) }
        let position = known ?? files.firstIndex { $0.location > file.location } ?? files.count
        var all = files
        if known == nil { all.insert(file, at: position) } else { all[position] = file }
        let unreadable = unreadable.subtracting([file.location])
        let isTerm = if case .term = file.role { true } else { false }
        let content = ContentFiles(
            root: root, schema: schema, files: all,
            terms: isTerm ? TermIndex.all(schema, files: all, unreadable: unreadable) : terms, readings: readings,
            unreadable: unreadable, images: images, includingDrafts: true, baseURL: baseURL)
        return (content, position)
    }
}
