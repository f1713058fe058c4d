import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Saving a case, and what happens if its file changed meanwhile.
extension Desk {
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

    static func name(of location: String) -> String { String(location.dropFirst("cases/".count).dropLast(".md".count)) }

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
    func write(
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
    func refused(
        _ draft: Draft, _ form: CaseForm, _ content: ContentFiles, text: String, formToken: String, wantsData: Bool
    ) -> Answer {
        if wantsData { return data(422) { $0.member("error", text) } }
        return page(
            draft, form, content, notice: .init(text: text, isError: true), showsProblems: true, formToken: formToken,
            isUnsaved: true, status: 422)
    }

    /// The form with the fields that a fix changes, not saved.
    func fixedPage(
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
    func copy(_ name: String, _ form: CaseForm) throws(Refusal) -> Answer {
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

    func conflict(_ draft: Draft, isKnown: Bool, with onDisk: EditableFile) -> EditConflict {
        EditConflict(loaded: isKnown ? draft.file : nil, onDisk: onDisk, edit: draft.edit)
    }

    /// Both versions side by side.
    ///
    /// - Parameter isKnown: Whether it is known how the file was when it was loaded.
    func conflictPage(
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
    func merge(
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
}
