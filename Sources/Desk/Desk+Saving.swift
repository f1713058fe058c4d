import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Saving a file, and what happens if it changed meanwhile.
extension Desk {
    /// Saves the form of a file, or makes a copy of it, or merges it with the version on the disk.
    func save(_ file: FormFile, _ fields: FormFields, formToken: String, wantsData: Bool) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        if case .existing(let location) = file, !content.has(location) { return notFound() }
        do throws(Refusal) {
            guard let draft = try draft(fields, of: file, form, content) else { return notFound() }
            if let fix = fields["fix"] { return fixedPage(fix, draft, form, content, formToken: formToken) }
            guard let location = draft.location else {
                return create(draft, form, content, formToken: formToken, wantsData: wantsData)
            }
            switch fields["action"] {
            case "copy" where draft.isCase: return try copy(location, form)
            case "tidy": return try tidy(location, fields, form, content)
            case "merge": return try merge(location, fields, form, content, formToken: formToken)
            default: break
            }
            let bytes: [UInt8]
            do throws(EditRefusal) {
                if let answer = try renamed(draft, fields, form, content, formToken: formToken, wantsData: wantsData) {
                    return answer
                }
                bytes = try draft.file.applying(draft.edit)
            } catch {
                let text = error.field == nil ? error.message.text(in: templates.language) : templates.words[.writingRefused]
                return refused(draft, form, content, text: text, formToken: formToken, wantsData: wantsData)
            }
            let result: Result<FileVersion, StoreError>
            do throws(StoreError) {
                result = .success(try write(bytes, of: draft, form))
            } catch {
                result = .failure(error)
            }
            switch result {
            case .success(let version):
                return wantsData
                    ? data(200) { $0.member("version", version.text) } : seeOther(DeskPath.form(location) + "?saved=1")
            case .failure(let error):
                guard case .changed = error.kind else {
                    return refused(
                        draft, form, content, text: error.message.text(in: templates.language), formToken: formToken,
                        wantsData: wantsData)
                }
                return wantsData ? question() : try conflictPage(draft, form, formToken: formToken)
            }
        } catch {
            return wantsData
                ? data(error.status) { $0.member("error", error.message.text(in: templates.language)) }
                : message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    /// The answer to a script if somebody has to choose something first: it sends the form again as a page.
    func question() -> Answer {
        data(409) { json in
            json.key("conflict")
            json.flag(true)
        }
    }

    /// Saves the form of a new file. A new term is listed in `casebook.yml` where the list orders the terms.
    private func create(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, formToken: String, wantsData: Bool
    ) -> Answer {
        let (checked, problems) = placed(draft, form, content)
        // A case can be a draft. Others are published at once, and are nothing without a name.
        let isUnnamed = problems.contains { $0.isError && ($0.isOfName || $0.field == .key(draft.file.titleKey)) }
        guard let checked, draft.isCase || !isUnnamed else {
            return refused(
                draft, form, content, text: templates.words[.writingRefused], formToken: formToken, wantsData: wantsData)
        }
        let location: String
        do throws(StoreError) {
            if draft.isCase {
                location = try store.createCase(checked.bytes)
            } else {
                location = "\(draft.folder)/\(draft.newName).md"
                var changes = [FileChange.create(location: location, bytes: checked.bytes)]
                if case .term(let index) = draft.file.kind {
                    let settings = try store.load("casebook.yml", form: form)
                    let list = TermListEdit(
                        settings.source, taxonomy: index, label: content.schema.taxonomies[index].label.value)
                    let change = list?.adding(draft.newName, toGroup: draft.group).map { ContentChange(files: [$0]) }
                    changes += change?.changes ?? []
                }
                try store.save(changes, form: form, at: clock.now())
            }
        } catch {
            return refused(
                draft, form, content, text: error.message.text(in: templates.language), formToken: formToken,
                wantsData: wantsData)
        }
        _ = site.follow(.anything)
        let address = DeskPath.form(location) + "?saved=1"
        return wantsData ? data(200) { $0.member("open", address) } : seeOther(address)
    }

    /// Writes a file. If it is not known how it was when it was loaded, nothing is written.
    private func write(_ bytes: [UInt8], of draft: Draft, _ form: CaseForm) throws(StoreError) -> FileVersion {
        let location = draft.file.location
        let loaded = FileVersion(draft.version) ?? FileVersion(of: [])
        // A version that is not known is never that of the file, so this reports the change.
        let version = draft.isKnown ? loaded : FileVersion(of: Array("unknown".utf8))
        try store.save([.replace(location: location, version: version, bytes: bytes)], form: form, at: clock.now())
        _ = site.follow(.files(["\(content)/\(location)"]))
        // So that the version is known as long as somebody edits it.
        return try store.load(location, form: form).version
    }

    /// The form again with everything that was typed, and why it was not saved.
    func refused(
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
        draft.edit.body = changes.body ?? draft.edit.body
        return page(
            draft, form, content, notice: .init(text: templates.words[.writingFixed], isError: false), showsProblems: true,
            formToken: formToken, isUnsaved: true)
    }

    /// Makes a draft that is a copy of the case on the disk.
    private func copy(_ location: String, _ form: CaseForm) throws(Refusal) -> Answer {
        let original = try loaded(location, form).file
        let copied: String
        do {
            copied = try store.createCase(
                try original.draftCopy(title: templates.words[.writingCopyTitle, original.title]))
        } catch {
            throw Refusal(error)
        }
        _ = site.follow(.anything)
        return seeOther(DeskPath.form(copied) + "?copied=1")
    }

    /// Makes every fix of the file on the disk, also those that no field shows.
    private func tidy(
        _ location: String, _ fields: FormFields, _ form: CaseForm, _ content: ContentFiles
    ) throws(Refusal) -> Answer {
        let current = try loaded(location, form)
        // It changed since the button was shown.
        guard fields["version"] == current.version else { return seeOther(DeskPath.form(location)) }
        do throws(StoreError) {
            let fixed = ContentFixer.fix(current.file.file.bytes, at: location, in: content)
            _ = try write(fixed.bytes, of: current, form)
        } catch {
            throw Refusal(error)
        }
        return seeOther(DeskPath.form(location) + "?tidied=1")
    }

    // MARK: Conflicts

    private func conflict(_ draft: Draft, with onDisk: EditableFile) -> EditConflict {
        EditConflict(loaded: draft.isKnown ? draft.file : nil, onDisk: onDisk, edit: draft.edit)
    }

    /// Both versions side by side.
    private func conflictPage(_ draft: Draft, _ form: CaseForm, formToken: String) throws(Refusal) -> Answer {
        guard let location = draft.location else { return notFound() }
        let current = try loaded(location, form)
        let (templates, language) = (templates, templates.language)
        let conflict = conflict(draft, with: current.file)
        let fields = conflict.fields.compactMap { field -> ConflictFieldView? in
            guard field.kind != .same else { return nil }
            return ConflictFieldView(
                name: FileFields.name(of: field.field), label: field.label.text(in: language), edited: field.edited,
                onDisk: field.onDisk, mustChoose: field.kind == .mustChoose, isFromDisk: field.kind == .onlyOnDisk)
        }
        let view = ConflictView(
            action: DeskPath.form(location), loadedVersion: draft.version, version: current.version, parts: fields,
            typed: typed(draft, form))
        let frame = frame(
            templates.words[.writingConflictTitle], draft.isCase ? .cases : .files, formToken: formToken)
        return Answer(409, Self.html, templates.render(.conflict, frame: frame, view: view.object))
    }

    /// Everything that was typed, for a form that is sent again.
    func typed(_ draft: Draft, _ form: CaseForm) -> [TypedFieldView] {
        var typed: [TypedFieldView] = []
        for (key, value) in draft.edit.values.sorted(by: { $0.key < $1.key }) {
            let name = FileFields.name(of: .key(key))
            if case .list(let items) = value, draft.isCase, form.questions.contains(where: { $0.key == key }) {
                typed.append(TypedFieldView(name: FileFields.marker(of: key), value: "1"))
                typed += items.map { TypedFieldView(name: name, value: $0) }
            } else {
                typed.append(TypedFieldView(name: name, value: value.text(in: templates.language)))
            }
        }
        for (id, text) in draft.edit.sections.sorted(by: { $0.key < $1.key }) {
            typed.append(TypedFieldView(name: FileFields.name(of: .section(id)), value: text))
        }
        if let body = draft.edit.body { typed.append(TypedFieldView(name: FileFields.name(of: .body), value: body)) }
        return typed
    }

    /// Saves what was chosen of both versions.
    private func merge(
        _ location: String, _ fields: FormFields, _ form: CaseForm, _ content: ContentFiles, formToken: String
    ) throws(Refusal) -> Answer {
        guard let draft = try draft(fields, of: .existing(location), form, content),
            let shown = fields["disk-version"].flatMap(FileVersion.init)
        else { return notFound() }
        var current = try loaded(location, form)
        // It changed again while somebody was choosing.
        guard current.version == shown.text else { return try conflictPage(draft, form, formToken: formToken) }
        let conflict = conflict(draft, with: current.file)
        let chosen = conflict.fields.map(\.field).filter { fields["take-" + FileFields.name(of: $0)] == "edited" }
        current.edit = conflict.merged(takingEdited: Set(chosen))
        do {
            let asked = try renamed(current, fields, form, content, formToken: formToken, wantsData: false)
            if let asked { return asked }
            let bytes = try current.file.applying(current.edit)
            try store.save([.replace(location: location, version: shown, bytes: bytes)], form: form, at: clock.now())
        } catch {
            if let error = error as? StoreError, case .changed = error.kind {
                return try conflictPage(draft, form, formToken: formToken)
            }
            throw Refusal(error)
        }
        _ = site.follow(.files(["\(self.content)/\(location)"]))
        return seeOther(DeskPath.form(location) + "?saved=1")
    }
}
