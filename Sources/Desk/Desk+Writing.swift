import Authoring
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Writing a case, a term, a word of the glossary or a page: the form.
extension Desk {
    /// Which file a form is for.
    enum FormFile {
        /// The file at a path relative to the content folder.
        case existing(String)
        /// A new file in a folder.
        case new(String)
    }

    /// A file in a form, and what was typed and is not in it yet.
    struct Draft {
        /// The path relative to the content folder; nil for a file that does not exist yet.
        let location: String?
        let file: EditableFile
        /// Empty for a file that does not exist yet.
        let version: String
        /// Whether it is known how the file was when it was loaded.
        var isKnown = true
        /// The encoding of the file, if it is not UTF-8. A save stores it as UTF-8.
        var encoding: Message?
        var edit = FileEdit()
        /// What was typed as the name of a new file, other than a case.
        var newName = ""
        /// The group in which a new term is listed.
        var group: Int?

        var folder: String { DeskPath.folder(of: file.location) }
        var isCase: Bool { file.kind == .caseFile }

        /// The path under which the file is checked and shown.
        func shownLocation(_ form: CaseForm, _ content: ContentFiles) -> String {
            if let location { return location }
            if isCase { return "cases/\(CaseNumber.id(CaseNumber.next(after: form.ids))).md" }
            let wanted = "\(folder)/\(newName).md"
            return FileFields.isName(newName) && !content.has(wanted) ? wanted : file.location
        }
    }

    /// What a check found.
    struct Findings {
        /// The bytes with what was typed; nil if they cannot be written.
        let bytes: [UInt8]?
        let problems: [PlacedProblem]

        var errors: Int { problems.count(where: \.isError) }
        var warnings: Int { problems.count - errors }
    }

    /// The form for a new file in a folder.
    func newFile(in folder: String, formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard let draft = newDraft(in: folder, form, content) else { return notFound() }
        return page(draft, form, content, notice: nil, showsProblems: false, formToken: formToken)
    }

    /// The form for the file at a path relative to the content folder.
    func filePage(_ location: String, query: FormFields, formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard content.has(location) else { return notFound() }
        do throws(Refusal) {
            let draft = try loaded(location, form)
            var notice: FormPageView.Notice?
            if query["saved"] != nil { notice = .init(text: templates.words[.writingSaved], isError: false) }
            if query["tidied"] != nil { notice = .init(text: templates.words[.writingTidied], isError: false) }
            if query["copied"] != nil { notice = .init(text: templates.words[.writingCopied], isError: false) }
            if let encoding = draft.encoding {
                notice = .init(
                    text: templates.words[.writingEncoding, encoding.text(in: templates.language)], isError: false)
            }
            return page(draft, form, content, notice: notice, showsProblems: true, formToken: formToken)
        } catch {
            return message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    func settingsFirst() -> Answer {
        message(409, title: .writingNotEditable, text: templates.words[.writingSettingsFirst])
    }

    /// Why something cannot be done.
    struct Refusal: Error {
        let status: Int
        let message: Message

        init(status: Int, message: Message) {
            self.status = status
            self.message = message
        }

        init(_ error: any Error) {
            switch error {
            case let error as StoreError: self.init(status: error.kind == .missing ? 404 : 500, message: error.message)
            case let error as EditRefusal: self.init(status: 409, message: error.message)
            default: self.init(status: 500, message: Message(ja: "保存できませんでした。", en: "Nothing was saved."))
            }
        }
    }

    /// The draft of a new file; nil if the folder is not one of the casebook's.
    func newDraft(in folder: String, _ form: CaseForm, _ content: ContentFiles) -> Draft? {
        let isCase = folder == "cases"
        let text = isCase ? CaseScaffold(form: form, title: "", terms: form.questions.map { _ in [] }).text : "---\n---\n"
        let location = isCase ? "cases/new.md" : "\(folder)/new-file.md"
        let source = SourceFile(path: "\(self.content)/\(location)", bytes: Array(text.utf8))
        guard let file = try? EditableFile(source, location: location, form: form) else { return nil }
        var draft = Draft(location: nil, file: file, version: "")
        if case .term(let index) = file.kind, content.schema.taxonomies[index].order == .number {
            let last = content.declarations.numbers[index].compactMap { $0 }.max() ?? 0
            if last < 1_000_000 { draft.edit.values["number"] = .text(String(last + 1)) }
        }
        return draft
    }

    func loaded(_ location: String, _ form: CaseForm) throws(Refusal) -> Draft {
        let stored: StoredFile
        do throws(StoreError) {
            stored = try store.load(location, form: form)
        } catch {
            throw Refusal(error)
        }
        return try draft(of: location, bytes: stored.bytes, version: stored.version.text, form)
    }

    /// The draft of a file with nothing typed. A file whose encoding is certain is converted.
    func draft(
        of location: String, bytes: [UInt8], version: String, _ form: CaseForm
    ) throws(Refusal) -> Draft {
        let converted = EditableFile.converted(bytes)
        let source = SourceFile(path: "\(content)/\(location)", bytes: converted?.bytes ?? bytes)
        do throws(EditRefusal) {
            let file = try EditableFile(source, location: location, form: form)
            return Draft(location: location, file: file, version: version, encoding: converted?.from)
        } catch {
            throw Refusal(error)
        }
    }

    /// The page with the form.
    ///
    /// - Parameter showsProblems: Whether problems are at their fields. A new file has none before something is typed.
    func page(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, notice: FormPageView.Notice?, showsProblems: Bool,
        formToken: String, isUnsaved: Bool = false, status: Int = 200
    ) -> Answer {
        let templates = templates
        let found = findings(draft, form, content)
        let controls = FileControls(
            file: draft.file, edit: draft.edit, form: form, schema: content.schema,
            problems: showsProblems ? found.problems : [], words: templates.words, language: templates.language)
        let kind = draft.isCase ? nil : kindLabel(draft.file.kind, content)
        let title =
            draft.location != nil
            ? draft.file.title
            : kind.map { templates.words[.writingNewFileTitle, $0] } ?? templates.words[.writingNewTitle]
        let state = draft.isCase && draft.location != nil ? draft.file.status : nil
        let view = FormPageView(
            location: draft.location, folder: draft.folder, title: title, kind: kind, version: draft.version,
            state: state.map { templates.words.state($0) } ?? "", stateName: state?.rawValue ?? "", notice: notice,
            isUnsaved: isUnsaved, names: names(draft, controls, content),
            main: controls.main, others: controls.others, sections: controls.sections,
            elsewhere: controls.elsewhere(ofNewFile: draft.location == nil && !draft.isCase),
            unknownHeadings: draft.file.otherSections.map { $0.heading.isEmpty ? "…" : $0.heading },
            errors: showsProblems ? found.errors : 0, warnings: showsProblems ? found.warnings : 0,
            shown: found.bytes.flatMap { shownAddress(draft.shownLocation(form, content), $0) },
            images: content.images.map(\.path).filter { $0.hasPrefix("images/") },
            tidyings: isUnsaved ? 0 : tidyings(draft, found, form, content),
            uses: draft.location.flatMap { uses(of: $0, draft.file.kind, content) })
        let frame = frame(title, draft.isCase ? .cases : .files, formToken: formToken)
        return Answer(status, Self.html, templates.render(.caseForm, frame: frame, view: view.object))
    }

    /// How many places of the file on the disk can be fixed that no field shows, such as line ends.
    private func tidyings(_ draft: Draft, _ found: Findings, _ form: CaseForm, _ content: ContentFiles) -> Int {
        guard let location = draft.location else { return 0 }
        let (bytes, fixes) = ContentFixer.fix(draft.file.file.bytes, at: location, in: content)
        guard bytes != draft.file.file.bytes,
            let fixed = try? EditableFile(
                SourceFile(path: draft.file.file.path, bytes: bytes), location: location, form: form)
        else { return 0 }
        if Self.changes(from: draft.file, to: fixed).isEmpty { return fixes.count }
        return max(0, fixes.count - found.problems.count { $0.fix != nil })
    }

    /// What a file that is no case is.
    func kindLabel(_ kind: EditableFile.Kind, _ content: ContentFiles) -> String? {
        switch kind {
        case .caseFile: nil
        case .term(let index): content.schema.taxonomies[index].label.value
        case .easyText: templates.words[.filesEasyTexts]
        case .glossary: templates.words[.filesGlossary]
        case .page: templates.words[.filesPages]
        }
    }

    /// The controls for the name of a new file, and for the group of a new term.
    private func names(_ draft: Draft, _ controls: FileControls, _ content: ContentFiles) -> [ControlView] {
        guard draft.location == nil, !draft.isCase else { return [] }
        var views = [controls.newName(draft.newName)]
        if case .term(let index) = draft.file.kind {
            let definition = content.schema.taxonomies[index]
            let groups = definition.order == .listed ? definition.groups.map(\.label) : []
            if groups.count > 1 { views.append(controls.group(groups, chosen: draft.group ?? groups.count - 1)) }
        }
        return views
    }
}
