import Authoring
import Basics
import CasebookLoading
import Diagnostics
import Editing
import Preview
import Publishing

/// Tables in and out: files that are read, shown and taken, and the table of all cases and the empty forms to save.
extension Desk {
    /// The most checkboxes on a page, so that a form never has too many fields.
    private static let mostChoices = 1_500
    /// The most cases and the most problems on a page.
    private static let mostShown = 300
    /// With more cases than that, their texts are not shown.
    private static let mostDetails = 60

    // MARK: Pages

    /// The page to choose files, and to save tables.
    func tablesPage(failure: String? = nil, status: Int = 200, formToken: String) -> Answer {
        let templates = templates
        let blocked = site.state.content == nil ? templates.words[.writingSettingsFirst] : nil
        let view = TablesView(failure: failure, blocked: blocked, limit: ReadTables.longest)
        let frame = frame(templates.words[.tablesTitle], .tables, formToken: formToken)
        return Answer(status, Self.html, templates.render(.tables, frame: frame, view: view.object))
    }

    /// A file to save: the table of all cases or an empty form.
    func download(_ name: String, formToken: String) -> Answer {
        let isForm = name == "form.xlsx" || name == "form.csv"
        guard isForm || name == "cases.xlsx" || name == "cases.csv" else { return notFound() }
        let isWorkbook = name.hasSuffix(".xlsx")
        let words = templates.words
        do throws(PublishingError) {
            guard let form = try folder.readForm(readsTitles: false).form else {
                return tablesPage(failure: words[.writingSettingsFirst], status: 409, formToken: formToken)
            }
            let bytes: [UInt8]
            if isForm {
                bytes = isWorkbook ? FormWorkbook(form).bytes : FormTemplate.write(form)
            } else {
                let export = CaseExport(try folder.readCases(of: form), form: form)
                guard export.unusual.isEmpty else {
                    let paths = export.unusual.map(\.visible).joined(separator: templates.language == .ja ? "、" : ", ")
                    return tablesPage(failure: words[.tablesUnusual, paths], status: 409, formToken: formToken)
                }
                guard let made = isWorkbook ? export.workbook : export.csv else {
                    return tablesPage(failure: words[.tablesTooLong], status: 409, formToken: formToken)
                }
                bytes = made
            }
            let type =
                isWorkbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8"
            var answer = Answer(200, type, bytes)
            answer.fields.append(("Content-Disposition", "attachment; filename=\"\(name)\""))
            return answer
        } catch {
            return tablesPage(failure: error.message.text(in: templates.language), status: 500, formToken: formToken)
        }
    }

    var folder: CaseFolder { CaseFolder(content: content) }

    // MARK: Reading

    /// Keeps the files that were sent, and opens the page that shows what they hold.
    func readTables(_ fields: FormFields, formToken: String) -> Answer {
        let words = templates.words
        let files = fields.files.filter { $0.field == "file" }
        guard !files.isEmpty, files.count <= 50 else {
            return tablesPage(failure: words[.tablesNoFile], status: 422, formToken: formToken)
        }
        let encoding = fields["encoding"].flatMap { name in
            CSVEncoding.allCases.first { $0.rawValue == name }
        }
        let id = read.add(
            files.map { SourceFile(path: $0.name, bytes: $0.bytes) }, encoding: encoding, at: clock.now())
        return seeOther("/desk/tables/\(id)")
    }

    /// Reads kept files with the content as it is now; nil while the settings have errors.
    private func found(in entry: ReadTables.Entry) throws(PublishingError) -> TakenCases? {
        guard let form = try folder.readForm(readsTitles: true).form else { return nil }
        let result = try folder.read(entry.files, form: form, encoding: entry.encoding, updates: true)
        return TakenCases(result, form: form, in: templates.language)
    }

    /// What kept files hold, case by case.
    ///
    /// - Parameter chosen: The keys whose boxes are checked; nil for all.
    func reviewPage(
        _ id: String, notice: String? = nil, failure: String? = nil, chosen: Set<String>? = nil, status: Int = 200,
        formToken: String
    ) -> Answer {
        let (templates, language) = (templates, templates.language)
        guard let entry = read.entry(id, at: clock.now()) else {
            return tablesPage(failure: templates.words[.tablesGone], status: 404, formToken: formToken)
        }
        let found: TakenCases
        do throws(PublishingError) {
            guard let made = try self.found(in: entry) else {
                return tablesPage(failure: templates.words[.writingSettingsFirst], status: 409, formToken: formToken)
            }
            found = made
        } catch {
            return tablesPage(failure: error.message.text(in: language), status: 500, formToken: formToken)
        }
        let keys = Set(entry.taken.map(\.key))
        let new = found.new.filter { !keys.contains($0.key) }
        let isDetailed = new.count <= Self.mostDetails
        let shownNew = new.prefix(Self.mostShown).map { caseView(of: $0, found.form, isDetailed: isDetailed, chosen) }
        var (choices, shownChanged) = (shownNew.count, [ChangedCaseView]())
        for change in found.changed.prefix(max(0, Self.mostShown - shownNew.count)) {
            choices += change.fields.count
            guard choices <= Self.mostChoices else { break }
            shownChanged.append(
                ChangedCaseView(
                    name: change.name, title: change.before.title,
                    parts: change.fields.map { field in
                        let key = "\(change.key):\(FileFields.name(of: field.field))"
                        return ChangedFieldView(
                            key: key, label: field.label, before: field.before, after: field.after,
                            isChosen: chosen?.contains(key) ?? true)
                    }))
        }
        // A row that was taken is a copy of its own case.
        let places = entry.taken.compactMap(\.place)
        let diagnostics = found.result.diagnostics.filter { diagnostic in
            !places.contains { $0.path == diagnostic.path && $0.range == diagnostic.range }
        }
        let problems = diagnostics.prefix(Self.mostShown).map { problemView(of: $0) }
        let view = ReviewView(
            id: id, notice: notice, failure: failure,
            taken: entry.taken.map { TakenCaseView(name: $0.name, title: $0.title, isUpdate: $0.isUpdate) },
            files: entry.files.map(\.path),
            remarks: (found.result.remarks + found.result.skippedRows).map { $0.text(in: language) },
            new: shownNew, newCount: new.count, changed: shownChanged, changedCount: found.changed.count, problems: problems,
            problemCount: diagnostics.count,
            restCount: new.count - shownNew.count + found.changed.count - shownChanged.count,
            firstNumber: CaseNumber.id(CaseNumber.next(after: found.form.ids)))
        let frame = frame(templates.words[.tablesReviewTitle], .tables, formToken: formToken)
        return Answer(status, Self.html, templates.render(.review, frame: frame, view: view.object))
    }

    private func caseView(
        of new: TakenCases.New, _ form: CaseForm, isDetailed: Bool, _ chosen: Set<String>?
    ) -> NewCaseView {
        let language = templates.language
        let file = try? EditableFile(
            SourceFile(path: "\(content)/cases/new.md", text: new.imported.text), location: "cases/new.md", form: form)
        var parts: [CasePartView] = []
        if isDetailed, let file {
            parts += file.keys.filter { !$0.isPrivate && !$0.value.isEmpty && $0.key != "title" && $0.key != "status" }.map {
                CasePartView(label: $0.label.text(in: language), text: $0.value.text(in: language))
            }
            parts += file.sections.filter { !$0.text.isEmpty }.map { CasePartView(label: $0.heading, text: $0.text) }
        }
        let status = file?.status ?? .draft
        return NewCaseView(
            key: new.key, title: new.imported.title, place: place(new.imported.place.path, new.imported.place.range),
            state: templates.words.state(status), stateName: status.rawValue, isChosen: chosen?.contains(new.key) ?? true,
            parts: parts)
    }

    private func problemView(of diagnostic: Diagnostic) -> TableProblemView {
        let (words, language) = (templates.words, templates.language)
        // What a command's message says about its options.
        let text: String =
            switch diagnostic.id {
            case "ambiguous-encoding": words[.tablesAmbiguous]
            case "no-case-sheet": words[.tablesNoSheet]
            default: diagnostic.message.text(in: language).visible
            }
        return TableProblemView(
            place: place(diagnostic.path, diagnostic.range), text: text, suggestions: diagnostic.suggestions,
            allowed: diagnostic.allowed,
            notes: diagnostic.notes.map { note in
                note.message.text(in: language) + (language == .ja ? "：" : ": ") + place(note.path, note.range)
            })
    }

    /// The name of a cell of a sheet, or of a line of a file.
    private func place(_ path: String, _ range: SourceRange?) -> String {
        let words = templates.words
        guard let range else { return path.visible }
        guard range.isCell else { return words[.tablesLine, path.visible, String(range.start.line)] }
        let cell = SourcePosition.letters(ofColumn: range.start.column - 1) + String(range.start.line)
        return words[.tablesCell, path.visible, cell]
    }

    // MARK: Taking

    /// Makes and changes the cases that were chosen. Nothing else is written than what was shown.
    func takeTables(_ id: String, _ fields: FormFields, formToken: String) -> Answer {
        let (words, language) = (templates.words, templates.language)
        let chosen = Set(fields.values(of: "take"))
        return read.turn.withLock { _ in
            guard let entry = read.entry(id, at: clock.now()) else {
                return tablesPage(failure: words[.tablesGone], status: 404, formToken: formToken)
            }
            guard !chosen.isEmpty else {
                return reviewPage(id, failure: words[.tablesNoneChosen], chosen: [], status: 422, formToken: formToken)
            }
            do throws(PublishingError) {
                guard let found = try found(in: entry) else {
                    return tablesPage(failure: words[.writingSettingsFirst], status: 409, formToken: formToken)
                }
                let known = Set(entry.taken.map(\.key))
                return take(chosen.subtracting(known), of: found, id, formToken: formToken)
            } catch {
                return reviewPage(
                    id, failure: error.message.text(in: language), chosen: chosen, status: 500, formToken: formToken)
            }
        }
    }

    private func take(_ chosen: Set<String>, of found: TakenCases, _ id: String, formToken: String) -> Answer {
        let (words, language) = (templates.words, templates.language)
        var missing = chosen
        var changes: [FileChange] = []
        var changed: [ReadTables.Taken] = []
        for change in found.changed {
            let taken = change.fields.filter { chosen.contains("\(change.key):\(FileFields.name(of: $0.field))") }
            guard !taken.isEmpty else { continue }
            missing.subtract(taken.map { "\(change.key):\(FileFields.name(of: $0.field))" })
            guard let bytes = change.bytes(taking: Set(taken.map(\.field))), isValid(bytes, of: change) else {
                return reviewPage(
                    id, failure: words[.tablesPartRefused, change.before.title], chosen: chosen, status: 422,
                    formToken: formToken)
            }
            changes.append(
                .replace(
                    location: change.before.location, version: FileVersion(of: change.update.before.bytes), bytes: bytes))
            let isRenamed = taken.contains { $0.field == .key("title") }
            changed.append(
                .init(
                    key: change.key, name: change.name, title: (isRenamed ? change.after : change.before).title, place: nil))
        }
        let new = found.new.filter { chosen.contains($0.key) }
        missing.subtract(new.map(\.key))
        var failure: StoreError?
        if !changes.isEmpty {
            do throws(StoreError) {
                try store.save(changes, form: found.form, at: clock.now())
                read.note(changed, of: id)
            } catch {
                failure = error
            }
        }
        if failure == nil, !new.isEmpty {
            let (locations, error) = store.createCases(new.map(\.imported.text))
            read.note(
                zip(locations, new).map { location, new in
                    .init(key: new.key, name: DeskPath.name(of: location), title: new.imported.title, place: new.imported.place)
                }, of: id)
            failure = error
        }
        _ = site.follow(.anything)
        if let failure {
            return reviewPage(
                id, failure: failure.message.text(in: language), chosen: chosen, status: 409, formToken: formToken)
        }
        return seeOther("/desk/tables/\(id)?\(missing.isEmpty ? "taken" : "left")=1")
    }

    /// Whether a part of the changes of a case can be made alone. All of them together can.
    private func isValid(_ bytes: [UInt8], of change: TakenCases.Changed) -> Bool {
        guard bytes != change.update.after, let content = site.state.content else { return true }
        func errors(_ bytes: [UInt8]) -> Int {
            content.unsaved(at: "cases/\(change.name).md", bytes: bytes, on: nil).diagnostics.count { $0.severity == .error }
        }
        return errors(bytes) <= errors(change.update.before.bytes)
    }
}
