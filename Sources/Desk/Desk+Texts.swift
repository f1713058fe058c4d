import Authoring
import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Editing
import Preview
import Templates

/// Files that are edited as text: `casebook.yml` and `readings.csv`.
extension Desk {
    /// The most problems that are shown at once.
    private static let mostTextProblems = 100

    /// A file in a form.
    private struct TextDraft {
        let file: TextFile
        /// The version that was loaded; empty if there is no file.
        let version: String
        /// The bytes of that version; nil if they are not known any more.
        let before: [UInt8]?
        let text: String
    }

    // MARK: Pages

    /// The page on which a file is edited as text.
    func textPage(_ file: TextFile, query: FormFields, formToken: String) -> Answer {
        do throws(Refusal) {
            let (draft, encoding) = try loaded(file)
            var view = view(draft, findings(draft))
            if query["saved"] != nil { view.notice = .init(text: templates.words[.writingSaved], isError: false) }
            if let encoding {
                view.notice = .init(
                    text: templates.words[.writingEncoding, encoding.text(in: templates.language)], isError: false)
            }
            return answer(view, formToken: formToken)
        } catch {
            return message(error.status, title: .writingNotEditable, text: error.message.text(in: templates.language))
        }
    }

    private func answer(_ view: TextPageView, status: Int = 200, formToken: String) -> Answer {
        let frame = frame(view.location, .files, formToken: formToken)
        return Answer(status, Self.html, templates.render(.text, frame: frame, view: view.object))
    }

    private func view(_ draft: TextDraft, _ findings: TextFindings) -> TextPageView {
        TextPageView(
            action: draft.file.address, location: draft.file.location, version: draft.version, text: draft.text,
            lead: templates.words[draft.file == .settings ? .textSettingsLead : .textReadingsLead], findings: findings)
    }

    private func loaded(_ file: TextFile) throws(Refusal) -> (draft: TextDraft, encoding: Message?) {
        let stored: StoredFile
        do throws(StoreError) {
            stored = try store.load(file.location, form: form)
        } catch {
            if error.kind == .missing { return (TextDraft(file: file, version: "", before: [], text: ""), nil) }
            throw Refusal(error)
        }
        let version = stored.version.text
        if let text = WholeText.text(of: stored.bytes) {
            return (TextDraft(file: file, version: version, before: stored.bytes, text: text), nil)
        }
        guard let (bytes, encoding) = EditableFile.converted(stored.bytes) else {
            throw Refusal(
                status: 409,
                message: Message(
                    ja: "「\(file.location)」の文字コードが分かりません。メモ帳などで開き、文字コードを UTF-8 にして保存し直してください。",
                    en: "The encoding of “\(file.location)” is not known. Save it as UTF-8 with a text editor."))
        }
        return (TextDraft(file: file, version: version, before: [], text: String(decoding: bytes, as: UTF8.self)), encoding)
    }

    // MARK: Checking

    /// Reads everything as it would be with the text.
    private func findings(_ draft: TextDraft) -> TextFindings {
        let (found, elsewhere) = diagnostics(draft)
        let language = templates.language
        let problems = found.prefix(Self.mostTextProblems).map { diagnostic in
            TextProblemView(
                text: diagnostic.message.text(in: language), line: diagnostic.range?.start.line,
                column: diagnostic.range?.start.column, isError: diagnostic.severity == .error,
                suggestions: diagnostic.suggestions, fix: ProblemPlacement.fixName(of: diagnostic))
        }
        return TextFindings(
            problems: problems,
            elsewhere: elsewhere.prefix(Self.mostTextProblems).map { "\($0.path.visible): \($0.message.text(in: language))" })
    }

    private func diagnostics(_ draft: TextDraft) -> (own: [Diagnostic], elsewhere: [Diagnostic]) {
        let location = draft.file.location
        guard let files = try? store.files() else { return ([], []) }
        let state = site.state
        let change = FileChange.create(location: location, bytes: Array(draft.text.utf8))
        let all = store.problems(after: [change], of: files, images: state.content?.images ?? [])
        let own = "\(content)/\(location)"
        let elsewhere = all.newErrors(since: state.diagnostics).filter { $0.path != own }
        // Without usable settings, images were not read.
        return (all.filter { $0.path == own }, state.content == nil ? [] : elsewhere)
    }

    /// The text after the fix with a name; nil if there is none.
    private func fixed(_ name: String, _ draft: TextDraft) -> String? {
        let source = SourceFile(path: "\(content)/\(draft.file.location)", bytes: Array(draft.text.utf8))
        guard let text = SourceDecoder.decode(source).text,
            let diagnostic = diagnostics(draft).own.first(where: { ProblemPlacement.fixName(of: $0) == name }),
            let fix = diagnostic.fixIt
        else { return nil }
        return String(decoding: ProblemPlacement.applying(fix, to: text), as: UTF8.self)
    }

    private func draft(_ fields: FormFields, _ file: TextFile) -> TextDraft? {
        guard let text = fields["text"], let version = fields["version"] else { return nil }
        guard !version.isEmpty else { return TextDraft(file: file, version: "", before: [], text: text) }
        guard let known = FileVersion(version) else { return nil }
        return TextDraft(
            file: file, version: version, before: store.bytes(of: file.location, version: known), text: text)
    }

    /// The problems of a text as JSON, for the script of the page. With the name of a fix, the text as it makes it.
    func checkedText(_ file: TextFile, _ fields: FormFields) -> Answer {
        guard let draft = draft(fields, file) else { return notFound() }
        let text = fields["fix"].flatMap { fixed($0, draft) }
        let findings = findings(draft)
        let current = try? store.load(file.location, form: form)
        return data(200) { json in
            json.member("errors", findings.errors)
            json.member("warnings", findings.warnings)
            json.key("changed")
            json.flag((current?.version.text ?? "") != draft.version)
            json.member("text", orNull: text)
            json.key("problems")
            json.array { json in
                for problem in findings.problems {
                    json.object { json in
                        json.member("text", problem.text)
                        json.key("error")
                        json.flag(problem.isError)
                        json.member("line", orNull: problem.line.map(String.init))
                        json.member("column", orNull: problem.column.map(String.init))
                        json.member("fix", orNull: problem.fix)
                        json.key("suggestions")
                        json.array { list in for word in problem.suggestions { list.string(word) } }
                    }
                }
            }
            json.key("elsewhere")
            json.array { list in for text in findings.elsewhere { list.string(text) } }
        }
    }

    // MARK: Saving

    /// Saves a text. With errors, only if somebody has confirmed that.
    func saveText(_ file: TextFile, _ fields: FormFields, formToken: String, wantsData: Bool) -> Answer {
        guard var draft = draft(fields, file) else { return notFound() }
        let words = templates.words
        if let fix = fields["fix"] {
            if let text = fixed(fix, draft) {
                draft = TextDraft(file: file, version: draft.version, before: draft.before, text: text)
            }
            var view = view(draft, findings(draft))
            (view.notice, view.isUnsaved) = (.init(text: words[.writingFixed], isError: false), true)
            return answer(view, formToken: formToken)
        }
        let isMerge = fields["action"] == "merge"
        if isMerge, fields["take-text"] != "edited" { return seeOther(file.address) }
        let findings = findings(draft)
        guard findings.errors == 0 || fields["confirmed"] == "1" || isMerge else {
            let text = words[file == .settings ? .textConfirmSettings : .textConfirmReadings, String(findings.errors)]
            if wantsData {
                return data(422) { json in
                    json.member("error", text)
                    json.key("confirm")
                    json.flag(true)
                }
            }
            var view = view(draft, findings)
            (view.notice, view.isUnsaved, view.mustConfirm) = (.init(text: text, isError: true), true, true)
            return answer(view, status: 422, formToken: formToken)
        }
        do throws(StoreError) {
            let version = isMerge ? fields["disk-version"] ?? "" : draft.version
            let before = isMerge ? FileVersion(version).flatMap { store.bytes(of: file.location, version: $0) } : draft.before
            let bytes = WholeText.bytes(draft.text, replacing: before ?? [])
            // A version that is not known is never that of the file, so this reports the change.
            let known = before == nil ? FileVersion(of: Array("unknown".utf8)) : FileVersion(version)
            let change: FileChange =
                if let known {
                    .replace(location: file.location, version: known, bytes: bytes)
                } else {
                    .create(location: file.location, bytes: bytes)
                }
            try store.save([change], form: form, at: clock.now())
            _ = site.follow(.anything)
            let saved = try store.load(file.location, form: form).version.text
            return wantsData ? data(200) { $0.member("version", saved) } : seeOther(file.address + "?saved=1")
        } catch {
            switch error.kind {
            case .changed, .taken:
                return wantsData ? question() : textConflict(draft, formToken: formToken)
            default:
                let text = error.message.text(in: templates.language)
                if wantsData { return data(422) { $0.member("error", text) } }
                var view = view(draft, findings)
                (view.notice, view.isUnsaved) = (.init(text: text, isError: true), true)
                return answer(view, status: 422, formToken: formToken)
            }
        }
    }

    /// Both versions side by side.
    private func textConflict(_ draft: TextDraft, formToken: String) -> Answer {
        guard let current = try? loaded(draft.file).draft else { return notFound() }
        let field = ConflictFieldView(
            name: "text", label: draft.file.location, edited: draft.text, onDisk: current.text, mustChoose: true,
            isFromDisk: false)
        let view = ConflictView(
            action: draft.file.address, loadedVersion: draft.version, version: current.version, parts: [field],
            typed: [TypedFieldView(name: "text", value: draft.text)])
        let frame = frame(templates.words[.writingConflictTitle], .files, formToken: formToken)
        return Answer(409, Self.html, templates.render(.conflict, frame: frame, view: view.object))
    }
}
