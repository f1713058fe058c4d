import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Writing a case, a term, a word of the glossary or a page: the form and its checks.
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

    // MARK: Pages

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
    private func draft(
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

    // MARK: Checking

    /// The address of the page of a file with a text that may not be saved; nil if no site is shown yet.
    func shownAddress(_ location: String, _ bytes: [UInt8]) -> String? {
        let page = LiveSite.page(ofFile: location).reference
        return site.state.plan == nil ? nil : "/desk/shown/\(unsaved.add(location, bytes))/\(page)"
    }

    func findings(_ draft: Draft, _ form: CaseForm, _ content: ContentFiles) -> Findings {
        let (checked, problems) = placed(draft, form, content)
        return Findings(bytes: checked?.bytes, problems: problems)
    }

    /// Applies the real rules to what was typed.
    func placed(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles
    ) -> (checked: (bytes: [UInt8], diagnostics: [Diagnostic], placement: ProblemPlacement)?, problems: [PlacedProblem]) {
        let templates = templates
        let ofName = nameProblems(draft, content)
        let bytes: [UInt8]
        do throws(EditRefusal) {
            bytes = try draft.file.applying(draft.edit)
        } catch {
            return (nil, ofName + [PlacedProblem(field: error.field, text: error.message.text(in: templates.language))])
        }
        let location = draft.shownLocation(form, content)
        var found = content.unsaved(at: location, bytes: bytes, on: clock.today()).diagnostics
        // A new term is listed when it is saved.
        if draft.location == nil { found.removeAll { $0.id == "unlisted-term" } }
        let source = SourceFile(path: "\(self.content)/\(location)", bytes: bytes)
        guard let text = SourceDecoder.decode(source).text,
            let edited = try? EditableFile(source, location: location, form: form)
        else {
            return (
                nil,
                found.map {
                    PlacedProblem(
                        field: nil, isError: $0.severity == .error, text: $0.message.text(in: templates.language))
                }
            )
        }
        let placement = ProblemPlacement(text, at: location, schema: content.schema, templates: templates)
        let problems = placement.placed(found) { fixed in
            let fixedFile = SourceFile(path: source.path, bytes: fixed)
            guard let fixed = try? EditableFile(fixedFile, location: edited.location, form: form) else { return false }
            return !Self.changes(from: edited, to: fixed).isEmpty
        }
        return ((bytes, found, placement), ofName + problems)
    }

    /// What is wrong with the name of a new file besides what the rules say.
    private func nameProblems(_ draft: Draft, _ content: ContentFiles) -> [PlacedProblem] {
        guard draft.location == nil, !draft.isCase else { return [] }
        let words = templates.words
        if !FileFields.isName(draft.newName) { return [PlacedProblem(field: nil, isOfName: true, text: words[.problemName])] }
        guard content.has("\(draft.folder)/\(draft.newName).md") else { return [] }
        return [PlacedProblem(field: nil, isOfName: true, text: words[.problemNameTaken, draft.newName])]
    }

    /// The parts that differ between two texts of a file.
    static func changes(from old: EditableFile, to new: EditableFile) -> FileEdit {
        var edit = FileEdit()
        for (before, after) in zip(old.keys, new.keys) where before.value.items != after.value.items {
            edit.values[after.key] = after.value
        }
        for (before, after) in zip(old.sections, new.sections) where before.text != after.text {
            edit.sections[after.id] = after.text
        }
        if old.body != new.body { edit.body = new.body }
        return edit
    }

    /// The draft that a form holds: the version that was loaded into it, with what was typed.
    func draft(
        _ form: FormFields, of file: FormFile, _ caseForm: CaseForm, _ content: ContentFiles
    ) throws(Refusal) -> Draft? {
        let location: String
        switch file {
        case .new(let folder):
            guard var draft = newDraft(in: folder, caseForm, content) else { return nil }
            draft.edit = FileFields.edit(form, of: draft.file)
            draft.newName = form[FileFields.newName].map { $0.filter { !$0.isWhitespace } } ?? ""
            draft.group = form[FileFields.group].flatMap(Int.init)
            return draft
        case .existing(let existing): location = existing
        }
        guard let version = form["version"].flatMap(FileVersion.init) else { return nil }
        var draft: Draft
        if let bytes = store.bytes(of: location, version: version) {
            draft = try self.draft(of: location, bytes: bytes, version: version.text, caseForm)
        } else {
            // The desk was started again after the form was opened. What was typed is compared with the file that is there.
            let current = try loaded(location, caseForm)
            draft = Draft(
                location: location, file: current.file, version: version.text, isKnown: false, encoding: current.encoding)
        }
        draft.edit = FileFields.edit(form, of: draft.file)
        return draft
    }

    /// The problems of a form as JSON, for the script of the page. With the name of a fix, the fields as it makes them.
    func checked(_ fields: FormFields) -> Answer {
        guard let form, let content = site.state.content else {
            return data(409) { $0.member("error", templates.words[.writingSettingsFirst]) }
        }
        let location = fields["file"].flatMap { $0.isEmpty ? nil : $0 }
        if let location, !content.has(location) { return notFound() }
        do throws(Refusal) {
            let file = location.map(FormFile.existing) ?? .new(fields["folder"] ?? "cases")
            guard let draft = try draft(fields, of: file, form, content) else { return notFound() }
            let (checked, problems) = placed(draft, form, content)
            let fixed = fields["fix"].flatMap { fix in checked.flatMap { $0.placement.fixed(fix, $0.diagnostics) } }
            let fix = fixed.flatMap { bytes in fixedFields(bytes, draft, form) }
            let current = location.flatMap { try? store.load($0, form: form) }
            return data(200) { json in
                json.member("errors", problems.count(where: \.isError))
                json.member("warnings", problems.count { !$0.isError })
                json.key("changed")
                json.flag(location != nil && current?.version.text != draft.version)
                json.member("others", othersHere ?? "")
                json.member(
                    "page", orNull: checked.flatMap { shownAddress(draft.shownLocation(form, content), $0.bytes) })
                json.key("problems")
                json.array { json in
                    for problem in problems { write(problem, to: &json) }
                }
                json.key("values")
                json.object { json in
                    for (name, value) in fix ?? [] {
                        json.key(named: name)
                        json.string(value)
                    }
                }
            }
        } catch {
            return data(error.status) { $0.member("error", error.message.text(in: templates.language)) }
        }
    }

    /// The fields that a fix changes, with their texts.
    func fixedFields(_ bytes: [UInt8], _ draft: Draft, _ form: CaseForm) -> [(name: String, value: String)]? {
        let source = SourceFile(path: draft.file.file.path, bytes: bytes)
        guard let typed = try? draft.file.applying(draft.edit),
            let before = try? EditableFile(
                SourceFile(path: source.path, bytes: typed), location: draft.file.location, form: form),
            let after = try? EditableFile(source, location: draft.file.location, form: form)
        else { return nil }
        let edit = Self.changes(from: before, to: after)
        let language = templates.language
        return edit.values.sorted { $0.key < $1.key }.map { (FileFields.name(of: .key($0.key)), $0.value.text(in: language)) }
            + edit.sections.sorted { $0.key < $1.key }.map { (FileFields.name(of: .section($0.key)), $0.value) }
            + (edit.body.map { [(FileFields.name(of: .body), $0)] } ?? [])
    }

    func write(_ problem: PlacedProblem, to json: inout JSONWriter) {
        json.object { json in
            json.member("field", orNull: problem.isOfName ? FileFields.newName : problem.field.map(FileFields.name))
            json.member("text", problem.text)
            json.key("error")
            json.flag(problem.isError)
            json.member("line", orNull: problem.line.map(String.init))
            json.member("fix", orNull: problem.fix)
            json.key("suggestions")
            json.array { list in for word in problem.suggestions { list.string(word) } }
        }
    }

    func data(_ status: Int, _ write: (inout JSONWriter) -> Void) -> Answer {
        var json = JSONWriter(.compact)
        json.object(write)
        return Answer(status, "application/json", json.bytes)
    }

    /// The page of the site at `NUMBER/PATH`, for a frame. The page of the file with that number is made from its unsaved text.
    func shownPage(_ path: String) -> Answer {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { return notFound() }
        let rest = String(parts[1])
        var page: Page?
        if let text = unsaved.text(number), rest == LiveSite.page(ofFile: text.location).path {
            page = site.page(ofUnsaved: text.location, bytes: text.bytes)
        }
        page = page ?? ((try? site.page(at: rest)) ?? nil)
        // The site has an image only when a text that is saved shows it.
        guard let page else { return image(rest) }
        return Answer(200, page.mediaType, page.body.rendered ?? [])
    }

    /// Cases for a link, as JSON.
    func foundCases(_ words: String) -> Answer {
        guard let overview else { return notFound() }
        var query = Overview.Query()
        (query.words, query.order) = (words, .number)
        let rows = overview.rows(for: query).lazy.map { overview.rows[$0] }.filter { $0.status == .published }.prefix(20)
        return data(200) { json in
            json.key("cases")
            json.array { json in
                for row in rows {
                    json.object { json in
                        json.member("name", row.name)
                        json.member("title", row.title)
                    }
                }
            }
        }
    }
}
