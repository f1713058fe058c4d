import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Writing a case: the form, its checks, and saving it.
extension Desk {
    /// A case in a form: its file, and what was typed and is not in it yet.
    private struct Draft {
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
    private struct Findings {
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

    private func settingsFirst() -> Answer {
        message(409, title: .writingNotEditable, text: templates.words[.writingSettingsFirst])
    }

    /// Why something cannot be done.
    private struct Refusal: Error {
        let status: Int
        let message: Message
    }

    private func newDraft(_ form: CaseForm) -> Draft? {
        let text = CaseScaffold(form: form, title: "", terms: form.questions.map { _ in [] }).text
        let source = SourceFile(path: "\(content)/cases/new.md", bytes: Array(text.utf8))
        return (try? EditableFile(source, location: "cases/new.md", form: form)).map { Draft(name: nil, file: $0, version: "") }
    }

    private func loaded(_ name: String, _ form: CaseForm) throws(Refusal) -> Draft {
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
    private func page(
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
    private func shownAddress(_ name: String, _ bytes: [UInt8]) -> String? {
        site.state.plan == nil ? nil : "/desk/shown/\(unsaved.add(name, bytes))/cases/\(name).html"
    }

    private func findings(_ draft: Draft, _ form: CaseForm, _ content: ContentFiles) -> Findings {
        let (checked, problems) = placed(draft, form, content)
        return Findings(bytes: checked?.bytes, problems: problems)
    }

    /// Applies the real rules to what was typed.
    private func placed(
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
    private static func changes(from old: EditableFile, to new: EditableFile) -> FileEdit {
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
    private func draft(_ form: FormFields, of name: String?, _ caseForm: CaseForm) throws(Refusal) -> Draft? {
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
    private func fixedFields(_ bytes: [UInt8], _ draft: Draft, _ form: CaseForm) -> [(name: String, value: String)]? {
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

    private func write(_ problem: PlacedProblem, to json: inout JSONWriter) {
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

    private func data(_ status: Int, _ write: (inout JSONWriter) -> Void) -> Answer {
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
        guard let page else { return notFound() }
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

    // MARK: Saving

    /// Saves the form of a new case.
    func saveNew(_ fields: FormFields, formToken: String, wantsData: Bool) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        do throws(Refusal) {
            guard let draft = try draft(fields, of: nil, form) else { return notFound() }
            if let fix = fields["fix"] { return fixedPage(fix, draft, form, content, formToken: formToken) }
            let (checked, _) = placed(draft, form, content)
            guard let checked else {
                return refused(
                    draft, form, content, text: templates.words[.writingRefused], formToken: formToken, wantsData: wantsData)
            }
            let location: String
            do throws(StoreError) {
                location = try store.createCase(checked.bytes)
            } catch {
                return refused(
                    draft, form, content, text: error.message.text(in: templates.language), formToken: formToken,
                    wantsData: wantsData)
            }
            _ = site.follow(.anything)
            let address = "/desk/cases/\(Self.name(of: location))?saved=1"
            return wantsData ? data(200) { $0.member("open", address) } : seeOther(address)
        } catch {
            return message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    private static func name(of location: String) -> String { String(location.dropFirst("cases/".count).dropLast(".md".count)) }

    /// Saves the form of a case, or makes a copy of it, or merges it with the version on the disk.
    func save(_ name: String, _ fields: FormFields, formToken: String, wantsData: Bool) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard content.has("cases/\(name).md") else { return notFound() }
        do throws(Refusal) {
            guard let draft = try draft(fields, of: name, form) else { return notFound() }
            if let fix = fields["fix"] { return fixedPage(fix, draft, form, content, formToken: formToken) }
            switch fields["action"] {
            case "copy": return try copy(name, form)
            case "merge": return try merge(name, fields, form, content, formToken: formToken)
            default: break
            }
            let bytes: [UInt8]
            do throws(EditRefusal) {
                bytes = try draft.file.applying(draft.edit)
            } catch {
                return refused(
                    draft, form, content, text: templates.words[.writingRefused], formToken: formToken, wantsData: wantsData)
            }
            let isKnown = FileVersion(of: draft.file.file.bytes).text == draft.version
            let result: Result<FileVersion, StoreError>
            do throws(StoreError) {
                result = .success(try write(bytes, of: draft, isKnown: isKnown, form))
            } catch {
                result = .failure(error)
            }
            switch result {
            case .success(let version):
                return wantsData ? data(200) { $0.member("version", version.text) } : seeOther("/desk/cases/\(name)?saved=1")
            case .failure(let error):
                guard case .changed = error.kind else {
                    return refused(
                        draft, form, content, text: error.message.text(in: templates.language), formToken: formToken,
                        wantsData: wantsData)
                }
                guard wantsData else { return try conflictPage(draft, isKnown: isKnown, form, formToken: formToken) }
                return data(409) { json in
                    json.key("conflict")
                    json.flag(true)
                }
            }
        } catch {
            return wantsData
                ? data(error.status) { $0.member("error", error.message.text(in: templates.language)) }
                : message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    /// Writes a case.
    ///
    /// - Parameter isKnown: Whether it is known how the file was when it was loaded. If not, nothing is written.
    private func write(
        _ bytes: [UInt8], of draft: Draft, isKnown: Bool, _ form: CaseForm
    ) throws(StoreError) -> FileVersion {
        let location = draft.file.location
        let loaded = FileVersion(draft.version) ?? FileVersion(of: [])
        // A version that is not known is never that of the file, so this reports the change.
        let version = isKnown ? loaded : FileVersion(of: Array("unknown".utf8))
        try store.save([.replace(location: location, version: version, bytes: bytes)], form: form, at: clock.now())
        _ = site.follow(.files(["\(content)/\(location)"]))
        // So that the version is known as long as somebody edits it.
        return try store.load(location, form: form).version
    }

    /// The form again with everything that was typed, and why it was not saved.
    private func refused(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, text: String, formToken: String, wantsData: Bool
    ) -> Answer {
        if wantsData { return data(422) { $0.member("error", text) } }
        return page(
            draft, form, content, notice: .init(text: text, isError: true), showsProblems: true, formToken: formToken,
            isUnsaved: true, status: 422)
    }

    /// The form with the fields that a fix changes, not saved.
    private func fixedPage(
        _ fix: String, _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, formToken: String
    ) -> Answer {
        let (checked, _) = placed(draft, form, content)
        guard let checked, let bytes = checked.placement.fixed(fix, checked.diagnostics),
            let before = try? EditableFile(
                SourceFile(path: draft.file.file.path, bytes: checked.bytes), location: draft.file.location, form: form),
            let after = try? EditableFile(
                SourceFile(path: draft.file.file.path, bytes: bytes), location: draft.file.location, form: form)
        else {
            return page(
                draft, form, content, notice: nil, showsProblems: true, formToken: formToken, isUnsaved: true)
        }
        var draft = draft
        let changes = Self.changes(from: before, to: after)
        draft.edit.values.merge(changes.values) { $1 }
        draft.edit.sections.merge(changes.sections) { $1 }
        return page(
            draft, form, content, notice: .init(text: templates.words[.writingFixed], isError: false), showsProblems: true,
            formToken: formToken, isUnsaved: true)
    }

    /// Makes a draft that is a copy of the case on the disk.
    private func copy(_ name: String, _ form: CaseForm) throws(Refusal) -> Answer {
        let original = try loaded(name, form).file
        let location: String
        do {
            location = try store.createCase(
                try original.draftCopy(title: templates.words[.writingCopyTitle, original.title]))
        } catch let error as StoreError {
            throw Refusal(status: 500, message: error.message)
        } catch let error as EditRefusal {
            throw Refusal(status: 409, message: error.message)
        } catch {
            throw Refusal(status: 500, message: Message(ja: "保存できませんでした。", en: "Nothing was saved."))
        }
        _ = site.follow(.anything)
        return seeOther("/desk/cases/\(Self.name(of: location))?copied=1")
    }

    // MARK: Conflicts

    private func conflict(_ draft: Draft, isKnown: Bool, with onDisk: EditableFile) -> EditConflict {
        EditConflict(loaded: isKnown ? draft.file : nil, onDisk: onDisk, edit: draft.edit)
    }

    /// Both versions side by side.
    ///
    /// - Parameter isKnown: Whether it is known how the file was when it was loaded.
    private func conflictPage(
        _ draft: Draft, isKnown: Bool, _ form: CaseForm, formToken: String
    ) throws(Refusal) -> Answer {
        guard let name = draft.name else { return notFound() }
        let current = try loaded(name, form)
        let (templates, language) = (templates, templates.language)
        let conflict = conflict(draft, isKnown: isKnown, with: current.file)
        let fields = conflict.fields.compactMap { field -> ConflictFieldView? in
            guard field.kind != .same else { return nil }
            return ConflictFieldView(
                name: CaseFields.name(of: field.field), label: field.label.text(in: language), edited: field.edited,
                onDisk: field.onDisk, mustChoose: field.kind == .mustChoose, isFromDisk: field.kind == .onlyOnDisk)
        }
        var typed: [TypedFieldView] = []
        for (key, value) in draft.edit.values.sorted(by: { $0.key < $1.key }) {
            let name = CaseFields.name(of: .key(key))
            if case .list(let items) = value, form.questions.contains(where: { $0.key == key }) {
                typed.append(TypedFieldView(name: CaseFields.marker(of: key), value: "1"))
                typed += items.map { TypedFieldView(name: name, value: $0) }
            } else {
                typed.append(TypedFieldView(name: name, value: value.text(in: language)))
            }
        }
        for (id, text) in draft.edit.sections.sorted(by: { $0.key < $1.key }) {
            typed.append(TypedFieldView(name: CaseFields.name(of: .section(id)), value: text))
        }
        let view = ConflictView(
            name: name, loadedVersion: draft.version, version: current.version, parts: fields, typed: typed)
        let frame = frame(templates.words[.writingConflictTitle], .cases, formToken: formToken)
        return Answer(409, Self.html, templates.render(.conflict, frame: frame, view: view.object))
    }

    /// Saves what was chosen of both versions.
    private func merge(
        _ name: String, _ fields: FormFields, _ form: CaseForm, _ content: ContentFiles, formToken: String
    ) throws(Refusal) -> Answer {
        guard let draft = try draft(fields, of: name, form), let shown = fields["disk-version"].flatMap(FileVersion.init) else {
            return notFound()
        }
        let isKnown = FileVersion(of: draft.file.file.bytes).text == draft.version
        let current = try loaded(name, form)
        // It changed again while somebody was choosing.
        guard current.version == shown.text else {
            return try conflictPage(draft, isKnown: isKnown, form, formToken: formToken)
        }
        let conflict = conflict(draft, isKnown: isKnown, with: current.file)
        let chosen = conflict.fields.map(\.field).filter { fields["take-" + CaseFields.name(of: $0)] == "edited" }
        do {
            let bytes = try current.file.applying(conflict.merged(takingEdited: Set(chosen)))
            try store.save(
                [.replace(location: current.file.location, version: shown, bytes: bytes)], form: form, at: clock.now())
        } catch let error as StoreError {
            if case .changed = error.kind { return try conflictPage(draft, isKnown: isKnown, form, formToken: formToken) }
            throw Refusal(status: 500, message: error.message)
        } catch let error as EditRefusal {
            throw Refusal(status: 409, message: error.message)
        } catch {
            throw Refusal(status: 500, message: Message(ja: "保存できませんでした。", en: "Nothing was saved."))
        }
        _ = site.follow(.files(["\(self.content)/\(current.file.location)"]))
        return seeOther("/desk/cases/\(name)?saved=1")
    }

    // MARK: Earlier versions

    /// The most earlier versions that are listed.
    private static let mostBackups = 200

    /// The list of earlier versions of one case or of all files.
    func backupsPage(
        _ query: FormFields, formToken: String, notice: String? = nil, failure: String? = nil
    ) -> Answer {
        let templates = templates
        let name = query["case"].flatMap { name in
            site.state.content.map { $0.has("cases/\(name).md") } ?? false ? name : nil
        }
        let all = store.backups(of: name.map { "cases/\($0).md" })
        let titles = Dictionary(
            (overview?.rows ?? []).map { ("cases/\($0.name).md", $0.title) }, uniquingKeysWith: { first, _ in first })
        var versions: [String: String] = [:]
        let views = all.prefix(Self.mostBackups).map { backup in
            let parts = clock.parts(backup.date)
            let version = versions[backup.location] ?? (try? store.load(backup.location, form: form))?.version.text ?? ""
            versions[backup.location] = version
            return BackupView(
                id: backup.id,
                time: templates.words[
                    .backupsTime, String(parts[0]), String(parts[1]), String(parts[2]), String(parts[3]),
                    parts[4] < 10 ? "0\(parts[4])" : String(parts[4])],
                title: titles[backup.location] ?? backup.location, location: backup.location,
                isOfCommand: backup.isOfCommand, version: version)
        }
        let notice = notice ?? (query["restored"] != nil ? templates.words[.backupsRestored] : nil)
        let view = BackupsView(
            name: name, notice: failure == nil ? notice : nil, failure: failure, backups: views,
            isCut: all.count > Self.mostBackups)
        let frame = frame(templates.words[.backupsTitle], .backups, formToken: formToken)
        return Answer(
            failure == nil ? 200 : 409, Self.html, templates.render(.backups, frame: frame, view: view.object))
    }

    /// Writes an earlier version over the file that is there.
    func restore(_ fields: FormFields, formToken: String) -> Answer {
        guard let backup = fields["backup"].flatMap(store.backup) else { return notFound() }
        let form = form
        do throws(StoreError) {
            let version = fields["version"].flatMap(FileVersion.init)
            try store.restore(backup, expecting: version, form: form, at: clock.now())
        } catch {
            return backupsPage(
                fields, formToken: formToken, failure: error.message.text(in: templates.language))
        }
        _ = site.follow(.anything)
        let name = fields["case"].map { "&case=\(OverviewPage.escaped($0))" } ?? ""
        return seeOther("/desk/backups?restored=1\(name)")
    }
}
