import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Writing a case: the form and its checks.
extension Desk {
    /// A case in a form: its file, and what was typed and is not in it yet.
    struct Draft {
        /// The name of the file without `.md`; nil for a case without a file.
        let name: String?
        let file: EditableFile
        /// Empty for a case without a file.
        let version: String
        var edit = FileEdit()

        /// The name under which a case without a file is checked and shown.
        func shownName(_ form: CaseForm) -> String { name ?? CaseNumber.id(CaseNumber.next(after: form.ids)) }
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

    /// The form for a new case.
    func newCase(formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard let draft = newDraft(form) else { return notFound() }
        return page(draft, form, content, notice: nil, showsProblems: false, formToken: formToken)
    }

    /// The form for the case with a name.
    func casePage(_ name: String, query: FormFields, formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard content.has("cases/\(name).md") else { return notFound() }
        do throws(Refusal) {
            let draft = try loaded(name, form)
            var notice: CasePageView.Notice?
            if query["saved"] != nil { notice = .init(text: templates.words[.writingSaved], isError: false) }
            if query["copied"] != nil { notice = .init(text: templates.words[.writingCopied], isError: false) }
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
    }

    func newDraft(_ form: CaseForm) -> Draft? {
        let text = CaseScaffold(form: form, title: "", terms: form.questions.map { _ in [] }).text
        let source = SourceFile(path: "\(content)/cases/new.md", bytes: Array(text.utf8))
        return (try? EditableFile(source, location: "cases/new.md", form: form)).map { Draft(name: nil, file: $0, version: "") }
    }

    func loaded(_ name: String, _ form: CaseForm) throws(Refusal) -> Draft {
        let location = "cases/\(name).md"
        let stored: StoredFile
        do throws(StoreError) {
            stored = try store.load(location, form: form)
        } catch {
            throw Refusal(status: error.kind == .missing ? 404 : 500, message: error.message)
        }
        do throws(EditRefusal) {
            let file = try EditableFile(stored.source, location: location, form: form)
            return Draft(name: name, file: file, version: stored.version.text)
        } catch {
            throw Refusal(status: 409, message: error.message)
        }
    }

    /// The page with the form.
    ///
    /// - Parameter showsProblems: Whether problems are at their fields. A new case has none before something is typed.
    func page(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, notice: CasePageView.Notice?, showsProblems: Bool,
        formToken: String, isUnsaved: Bool = false, status: Int = 200
    ) -> Answer {
        let templates = templates
        let found = findings(draft, form, content)
        let controls = CaseControls(
            file: draft.file, edit: draft.edit, form: form, schema: content.schema,
            problems: showsProblems ? found.problems : [], words: templates.words, language: templates.language)
        let title = draft.name == nil ? templates.words[.writingNewTitle] : draft.file.title
        let view = CasePageView(
            name: draft.name, title: title, version: draft.version,
            state: draft.name == nil ? "" : templates.words.state(draft.file.status),
            stateName: draft.name == nil ? "" : draft.file.status.rawValue, notice: notice,
            isUnsaved: isUnsaved, main: controls.main, others: controls.others, sections: controls.sections,
            elsewhere: controls.elsewhere,
            unknownHeadings: draft.file.otherSections.map { $0.heading.isEmpty ? "…" : $0.heading },
            errors: showsProblems ? found.errors : 0, warnings: showsProblems ? found.warnings : 0,
            shown: found.bytes.flatMap { shownAddress(draft.shownName(form), $0) },
            images: content.images.map(\.path).filter { $0.hasPrefix("images/") })
        let frame = frame(title, .cases, formToken: formToken)
        return Answer(status, Self.html, templates.render(.caseForm, frame: frame, view: view.object))
    }

    // MARK: Checking

    /// The address of the page of a case with a text that may not be saved; nil if no site is shown yet.
    func shownAddress(_ name: String, _ bytes: [UInt8]) -> String? {
        site.state.plan == nil ? nil : "/desk/shown/\(unsaved.add(name, bytes))/cases/\(name).html"
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
        let bytes: [UInt8]
        do throws(EditRefusal) {
            bytes = try draft.file.applying(draft.edit)
        } catch {
            return (nil, [PlacedProblem(field: error.field, text: error.message.text(in: templates.language))])
        }
        let name = draft.shownName(form)
        let unsaved = content.unsaved(case: name, bytes: bytes, on: clock.today())
        let source = SourceFile(path: draft.file.file.path, bytes: bytes)
        guard let text = SourceDecoder.decode(source).text,
            let edited = try? EditableFile(source, location: "cases/\(name).md", form: form)
        else {
            return (
                nil,
                unsaved.diagnostics.map {
                    PlacedProblem(
                        field: nil, isError: $0.severity == .error, text: $0.message.text(in: templates.language))
                }
            )
        }
        let placement = ProblemPlacement(text, schema: content.schema, templates: templates)
        let problems = placement.placed(unsaved.diagnostics) { fixed in
            let fixedFile = SourceFile(path: source.path, bytes: fixed)
            guard let fixed = try? EditableFile(fixedFile, location: edited.location, form: form) else { return false }
            let changes = Self.changes(from: edited, to: fixed)
            return !changes.values.isEmpty || !changes.sections.isEmpty
        }
        return ((bytes, unsaved.diagnostics, placement), problems)
    }

    /// The parts that differ between two texts of a case.
    static func changes(from old: EditableFile, to new: EditableFile) -> FileEdit {
        var edit = FileEdit()
        for (before, after) in zip(old.keys, new.keys) where before.value.items != after.value.items {
            edit.values[after.key] = after.value
        }
        for (before, after) in zip(old.sections, new.sections) where before.text != after.text {
            edit.sections[after.id] = after.text
        }
        return edit
    }

    /// The draft that a form holds: the version that was loaded into it, with what was typed.
    func draft(_ form: FormFields, of name: String?, _ caseForm: CaseForm) throws(Refusal) -> Draft? {
        guard let name else {
            guard var draft = newDraft(caseForm) else { return nil }
            draft.edit = CaseFields.edit(form, of: draft.file)
            return draft
        }
        let location = "cases/\(name).md"
        guard let version = form["version"].flatMap(FileVersion.init) else { return nil }
        let bytes = store.bytes(of: location, version: version)
        var draft: Draft
        if let bytes {
            let source = SourceFile(path: "\(content)/\(location)", bytes: bytes)
            guard let file = try? EditableFile(source, location: location, form: caseForm) else { return nil }
            draft = Draft(name: name, file: file, version: version.text)
        } else {
            // The desk was started again after the form was opened. What was typed is compared with the file that is there.
            let current = try loaded(name, caseForm)
            draft = Draft(name: name, file: current.file, version: version.text)
        }
        draft.edit = CaseFields.edit(form, of: draft.file)
        return draft
    }

    /// The problems of a form as JSON, for the script of the page. With the name of a fix, the fields as it makes them.
    func checked(_ fields: FormFields) -> Answer {
        guard let form, let content = site.state.content else {
            return data(409) { $0.member("error", templates.words[.writingSettingsFirst]) }
        }
        let name = fields["case"].flatMap { $0.isEmpty ? nil : $0 }
        if let name, !content.has("cases/\(name).md") { return notFound() }
        do throws(Refusal) {
            guard let draft = try draft(fields, of: name, form) else { return notFound() }
            let (checked, problems) = placed(draft, form, content)
            let fixed = fields["fix"].flatMap { fix in checked.flatMap { $0.placement.fixed(fix, $0.diagnostics) } }
            let fix = fixed.flatMap { bytes in fixedFields(bytes, draft, form) }
            let current = name.flatMap { try? store.load("cases/\($0).md", form: form) }
            return data(200) { json in
                json.member("errors", problems.count(where: \.isError))
                json.member("warnings", problems.count { !$0.isError })
                json.key("changed")
                json.flag(name != nil && current?.version.text != draft.version)
                json.member("others", othersHere ?? "")
                json.member("page", orNull: checked.flatMap { shownAddress(draft.shownName(form), $0.bytes) })
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
        return edit.values.sorted { $0.key < $1.key }.map { (CaseFields.name(of: .key($0.key)), $0.value.text(in: language)) }
            + edit.sections.sorted { $0.key < $1.key }.map { (CaseFields.name(of: .section($0.key)), $0.value) }
    }

    func write(_ problem: PlacedProblem, to json: inout JSONWriter) {
        json.object { json in
            json.member("field", orNull: problem.field.map(CaseFields.name))
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

    /// The page of the site at `NUMBER/PATH`, for a frame. The page of the case with that number is made from its unsaved text.
    func shownPage(_ path: String) -> Answer {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let number = Int(parts[0]) else { return notFound() }
        let rest = String(parts[1])
        var page: Page?
        if let text = unsaved.text(number), rest == "cases/\(text.name).html" {
            page = site.page(ofUnsaved: text.name, bytes: text.bytes)
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
