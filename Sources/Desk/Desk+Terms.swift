import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Templates

/// Changes of terms, words of the glossary and pages that concern other files.
extension Desk {
    /// The most problems that a page lists.
    private static let mostProblems = 8

    /// The cases that use a term; nil for other files.
    func uses(of location: String, _ kind: EditableFile.Kind, _ content: ContentFiles) -> [UsingCaseView]? {
        guard case .term(let taxonomy) = kind else { return nil }
        guard let position = content.terms[taxonomy].position(ofFile: location), let overview else { return [] }
        return overview.rows.filter { $0.terms.indices.contains(taxonomy) && $0.terms[taxonomy].contains(position) }.map {
            UsingCaseView(name: $0.name, title: $0.title)
        }
    }

    // MARK: Another label

    /// Saves a term that gets another label, or asks what becomes of the cases that use it. Nil if nothing needs to be asked.
    func renamed(
        _ draft: Draft, _ fields: FormFields, _ form: CaseForm, _ content: ContentFiles, formToken: String, wantsData: Bool
    ) throws(EditRefusal) -> Answer? {
        guard let location = draft.location, draft.isKnown, case .term = draft.file.kind,
            let label = draft.edit.values["label"]?.items.first, label != draft.file.title, !label.allSatisfy(\.isWhitespace),
            uses(of: location, draft.file.kind, content)?.isEmpty == false, let files = try? store.files(),
            // A file that changed meanwhile is a conflict.
            files.contains(where: {
                $0.path == "\(self.content)/\(location)" && FileVersion(of: $0.bytes).text == draft.version
            })
        else { return nil }
        let isChosen = fields["action"] == "rename"
        let way = fields["cases"] ?? "change"
        let change = try TermEdit(location, files: files, form: form).renaming(
            to: label, keepingOldName: way != "change", with: draft.edit)
        guard isChosen || !change.cases.isEmpty else { return nil }
        guard isChosen else {
            return wantsData ? question() : renamePage(draft, to: label, change, form, formToken: formToken)
        }
        let changes = way == "alias" ? ContentChange(files: change.files.filter { $0.location == location }) : change
        do throws(StoreError) {
            try store.save(changes.changes, form: form, at: clock.now())
        } catch {
            return refused(
                draft, form, content, text: error.message.text(in: templates.language), formToken: formToken,
                wantsData: wantsData)
        }
        _ = site.follow(.anything)
        return seeOther(DeskPath.form(location) + "?saved=1")
    }

    private func renamePage(
        _ draft: Draft, to label: String, _ change: ContentChange, _ form: CaseForm, formToken: String
    ) -> Answer {
        let (words, language) = (templates.words, templates.language)
        let location = draft.file.location
        let view = ConfirmView(
            action: DeskPath.form(location), command: "rename", version: draft.version,
            lead: words[.renameLead, draft.file.title, label, String(change.cases.count)],
            choices: [
                ChoiceView(value: "change", label: words[.renameChange], isChosen: true),
                ChoiceView(value: "keep", label: words[.renameKeep, draft.file.title], isChosen: false),
                ChoiceView(value: "alias", label: words[.renameAlias, draft.file.title], isChosen: false),
            ],
            files: change.cases.map { ChangedFileView($0, language: language) }, typed: typed(draft, form),
            button: words[.renameButton], back: DeskPath.form(location))
        return confirmPage(view, title: words[.renameTitle], formToken: formToken)
    }

    private func confirmPage(_ view: ConfirmView, title: String, formToken: String, status: Int = 200) -> Answer {
        let frame = frame(title, .files, formToken: formToken)
        return Answer(status, Self.html, templates.render(.confirm, frame: frame, view: view.object))
    }

    // MARK: Another name of the file

    /// The page on which the file of a term gets another name, and the change itself.
    ///
    /// - Parameter fields: What was sent; nil for the page.
    func move(_ location: String, _ fields: FormFields?, formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard content.has(location) else { return notFound() }
        do throws(Refusal) {
            let draft = try loaded(location, form)
            guard case .term = draft.file.kind else { return notFound() }
            let words = templates.words
            let name = fields?[FileFields.newName].map { $0.filter { !$0.isWhitespace } } ?? draft.file.name
            var view = ConfirmView(
                action: DeskPath.moving(location), command: "move", version: draft.version,
                lead: words[.moveLead, draft.file.title, draft.file.name], newName: name, button: words[.moveButton],
                back: DeskPath.form(location))
            guard let fields else { return confirmPage(view, title: words[.moveTitle], formToken: formToken) }
            let new = "\(draft.folder)/\(name).md"
            if !FileFields.isName(name) {
                view.failure = words[.problemName]
            } else if content.has(new) {
                view.failure = words[.problemNameTaken, name]
            } else {
                let change: ContentChange
                do {
                    change = try TermEdit(location, files: try store.files(), form: form).moving(to: name)
                } catch {
                    view.failure = Refusal(error).message.text(in: templates.language)
                    return confirmPage(view, title: words[.moveTitle], formToken: formToken, status: 409)
                }
                guard let failure = make(change, of: draft, fields, form, content, &view) else {
                    return seeOther(DeskPath.form(new) + "?saved=1")
                }
                view.failure = failure
            }
            return confirmPage(view, title: words[.moveTitle], formToken: formToken, status: 409)
        } catch {
            return message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    /// Makes a change, unless the file is not the version that was shown or another file would have an error afterwards.
    ///
    /// - Returns: Why it was not made.
    private func make(
        _ change: ContentChange, of draft: Draft, _ fields: FormFields, _ form: CaseForm, _ content: ContentFiles,
        _ view: inout ConfirmView
    ) -> String? {
        let (words, language) = (templates.words, templates.language)
        guard fields["version"] == draft.version else { return words[.changeMeanwhile] }
        do throws(StoreError) {
            let errors = try store.newErrors(after: change.changes, images: content.images)
            guard errors.isEmpty else {
                view.problems = errors.prefix(Self.mostProblems).map {
                    "\($0.path.visible): \($0.message.text(in: language))"
                }
                return words[.changeErrors, String(errors.count)]
            }
            try store.save(change.changes, form: form, at: clock.now())
        } catch {
            return error.message.text(in: language)
        }
        _ = site.follow(.anything)
        return nil
    }

    // MARK: Removing

    /// The page on which a term, a word or a page is removed, and the change itself.
    ///
    /// - Parameter fields: What was sent; nil for the page.
    func remove(_ location: String, _ fields: FormFields?, formToken: String) -> Answer {
        guard let form, let content = site.state.content else { return settingsFirst() }
        guard content.has(location) else { return notFound() }
        do throws(Refusal) {
            let draft = try loaded(location, form)
            guard !draft.isCase else { return notFound() }
            let words = templates.words
            let uses = uses(of: location, draft.file.kind, content) ?? []
            var view = ConfirmView(
                action: DeskPath.removal(location), command: "remove", version: draft.version,
                lead: uses.isEmpty
                    ? words[.removeLead, draft.file.title] : words[.removeUsed, draft.file.title, String(uses.count)],
                replacements: uses.isEmpty ? [] : replacements(of: draft, content, chosen: fields?["replacement"]),
                files: uses.map { ChangedFileView(title: $0.title, location: "cases/\($0.name).md") },
                button: words[.removeButton], back: DeskPath.form(location))
            guard let fields else { return confirmPage(view, title: words[.removeTitle], formToken: formToken) }
            let change: ContentChange
            do {
                change = try removal(of: draft, fields["replacement"] ?? "", form)
            } catch {
                view.failure = Refusal(error).message.text(in: templates.language)
                return confirmPage(view, title: words[.removeTitle], formToken: formToken, status: 409)
            }
            guard let failure = make(change, of: draft, fields, form, content, &view) else {
                return seeOther("/desk/files?removed=\(percentEncoded(location))")
            }
            view.failure = failure
            return confirmPage(view, title: words[.removeTitle], formToken: formToken, status: 409)
        } catch {
            return message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    /// - Parameter replacement: The path of the term that cases get; `none` to take the term from them.
    private func removal(of draft: Draft, _ replacement: String, _ form: CaseForm) throws -> ContentChange {
        let location = draft.file.location
        let files = try store.files()
        if case .term = draft.file.kind {
            return try TermEdit(location, files: files, form: form).removing(
                replacingBy: replacement.isEmpty || replacement == "none" ? nil : replacement, takingAway: replacement == "none"
            )
        }
        let before = files.first { $0.path == "\(content)/\(location)" }?.bytes
        return ContentChange(removing: location, title: draft.file.title, before: before ?? [])
    }

    /// The terms that cases can get instead of one.
    private func replacements(of draft: Draft, _ content: ContentFiles, chosen: String?) -> [ChoiceView] {
        guard case .term(let taxonomy) = draft.file.kind else { return [] }
        let words = templates.words
        let terms = content.terms[taxonomy]
        var choices = [ChoiceView(value: "", label: words[.writingNotChosen], isChosen: chosen == nil)]
        if !content.schema.taxonomies[taxonomy].isRequired {
            choices.append(ChoiceView(value: "none", label: words[.removeTakeAway], isChosen: chosen == "none"))
        }
        return choices
            + zip(terms.locations, terms.labels).filter { $0.0 != draft.file.location }.map {
                ChoiceView(value: $0, label: $1, isChosen: chosen == $0)
            }
    }
}
