import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Site
import Templates

/// Checking what was typed, and showing it before it is saved.
extension Desk {
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
