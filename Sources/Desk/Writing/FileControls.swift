import Authoring
import CasebookLoading
import CasebookModel
import Diagnostics
import Templates

/// Makes the controls of the form for a file: one for each key, and one for each section or the text.
struct FileControls {
    let file: EditableFile
    /// What was typed and is not in the file yet.
    let edit: FileEdit
    let form: CaseForm
    let schema: Schema
    let problems: [PlacedProblem]
    let words: DeskWords
    let language: Language

    /// The keys that most files have, in the order of the form.
    var main: [ControlView] { file.keys.filter { isMain($0) && isUseful($0) }.map(control) }
    /// The other keys.
    var others: [ControlView] { file.keys.filter { !isMain($0) }.map(control) }

    /// Numbers of terms are for taxonomies that are ordered by them.
    private func isUseful(_ key: EditableKey) -> Bool {
        guard case .term = file.kind, key.key == "number" else { return true }
        return key.isRequired || !key.value.isEmpty
    }

    private func isMain(_ key: EditableKey) -> Bool {
        guard file.kind == .caseFile else {
            return ![.page, .easyText].contains(file.kind) || !["updated", "aliases"].contains(key.key)
        }
        return ["title", "status", "withdrawn", "summary"].contains(key.key) || key.isRequired
            || form.questions.contains { $0.key == key.key } || schema.fields.contains { $0.definition.key == key.key }
    }

    /// A text of the schema with a capital letter at its start.
    private func starting(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func control(_ key: EditableKey) -> ControlView {
        let value = edit.values[key.key] ?? key.value
        let name = FileFields.name(of: .key(key.key))
        var view = ControlView(
            name: name, label: starting(language == .ja ? key.label.ja : key.label.en), isRequired: key.isRequired,
            hint: hint(of: key), problems: problemViews(of: .key(key.key)))
        if let question = form.questions.first(where: { $0.key == key.key }), file.kind == .caseFile {
            view.kind = key.isList ? .checks : .select
            view.marker = key.isList ? FileFields.marker(of: key.key) : nil
            view.groups = groups(question, chosen: value.items)
            return view
        }
        if key.key == "status", file.kind == .caseFile {
            view.kind = .select
            view.groups = [ChoiceGroupView(label: nil, choices: states(chosen: value.items.first))]
            return view
        }
        view.value = key.isList ? value.text(in: language) : value.items.first ?? ""
        guard file.kind == .caseFile else {
            if key.key == "updated", isDate(view.value) { view.kind = .date }
            if key.key == "description" { view.kind = .area }
            return view
        }
        switch schema.fields.first(where: { $0.definition.key == key.key })?.definition.kind {
        case .yesNo?:
            view.kind = .select
            view.groups = [ChoiceGroupView(label: nil, choices: yesNo(chosen: view.value))]
        case .date? where isDate(view.value): view.kind = .date
        case .some: break
        case nil:
            if ["published", "updated", "review_by"].contains(key.key), isDate(view.value) { view.kind = .date }
            if ["summary", "withdrawn"].contains(key.key) || key.isPrivate { view.kind = .area }
            view.isOfWithdrawal = key.key == "withdrawn"
        }
        return view
    }

    private func isDate(_ text: String) -> Bool { text.isEmpty || CalendarDate(iso: text) != nil }

    private func hint(of key: EditableKey) -> String? {
        guard file.kind == .caseFile else { return hintOfOtherFile(key.key) }
        switch key.key {
        case "status": return words[.writingStatusHint]
        case "title", "published", "updated", "review_by": return key.hint.map { sentence($0.text(in: language)) }
        default:
            let hint = schema.caseFields.first { $0.key == key.key }?.help?.cellHint ?? key.hint
            return hint.map { sentence($0.text(in: language)) }
        }
    }

    private func hintOfOtherFile(_ key: String) -> String? {
        switch (file.kind, key) {
        case (.page, "description"): words[.hintPageDescription]
        case (.page, "aliases"): words[.hintOldAddresses]
        case (_, "aliases"): words[.hintOtherNames]
        case (_, "yomi"): words[.hintReading]
        case (_, "number"): words[.hintNumber]
        default: nil
        }
    }

    private func sentence(_ text: String) -> String {
        if language == .en { return text.hasSuffix(".") ? starting(text) : starting(text) + "." }
        return text.hasSuffix("。") || text.hasSuffix("）") ? text : text + "。"
    }

    /// The terms of a taxonomy. A value keeps the form in which the file has it, so that an unchanged choice changes nothing.
    private func groups(_ question: TermQuestion, chosen: [String]) -> [ChoiceGroupView] {
        var written: [String: String] = [:]
        var unknown: [String] = []
        for value in chosen {
            if case .terms(let labels) = question.answer(value), let label = labels.first, labels.count == 1 {
                if written[label] == nil { written[label] = value }
            } else {
                unknown.append(value)
            }
        }
        var choices = question.choices.map { choice in
            ChoiceView(
                value: written[choice.label] ?? choice.label, label: choice.label, isChosen: written[choice.label] != nil)
        }[...]
        var groups: [ChoiceGroupView] = []
        if question.groups.isEmpty { groups = [ChoiceGroupView(label: nil, choices: Array(choices))] }
        for group in question.groups where group.count > 0 {
            groups.append(ChoiceGroupView(label: group.label, choices: Array(choices.prefix(group.count))))
            choices = choices.dropFirst(group.count)
        }
        if !question.groups.isEmpty, !choices.isEmpty { groups.append(ChoiceGroupView(label: nil, choices: Array(choices))) }
        if !unknown.isEmpty {
            let views = unknown.map {
                ChoiceView(value: $0, label: words[.writingUnknownTerm, $0], isChosen: true)
            }
            groups.append(ChoiceGroupView(label: nil, choices: views))
        }
        return groups
    }

    private func states(chosen: String?) -> [ChoiceView] {
        // What is not written is published.
        let chosen = chosen ?? ""
        let known = Case.Status.allCases.map { status in
            let isChosen = chosen == status.rawValue || chosen.isEmpty && status == .published
            return ChoiceView(value: isChosen ? chosen : status.rawValue, label: words.state(status), isChosen: isChosen)
        }
        return known.contains(where: \.isChosen)
            ? known : known + [ChoiceView(value: chosen, label: words[.writingUnknownTerm, chosen], isChosen: true)]
    }

    private func yesNo(chosen: String) -> [ChoiceView] {
        let known = [true, false].map { YesNo.word($0, inJapanese: schema.isJapanese) }
        let meant = YesNo.read(chosen).map { YesNo.word($0, inJapanese: schema.isJapanese) }
        var choices = [ChoiceView(value: "", label: words[.writingNotChosen], isChosen: chosen.isEmpty)]
        choices += known.map { ChoiceView(value: $0 == meant ? chosen : $0, label: $0, isChosen: $0 == meant) }
        if !chosen.isEmpty, meant == nil {
            choices.append(ChoiceView(value: chosen, label: words[.writingUnknownTerm, chosen], isChosen: true))
        }
        return choices
    }

    /// The declared sections; for other files than cases, the text.
    var sections: [ControlView] {
        guard file.kind == .caseFile else {
            let isTerm = if case .term = file.kind { true } else { false }
            var view = ControlView(
                name: FileFields.name(of: .body), label: words[.writingBody], isRequired: false,
                hint: isTerm ? words[.hintTermBody] : nil, problems: problemViews(of: .body))
            view.value = edit.body ?? file.body
            return [view]
        }
        return file.sections.map { section in
            var view = ControlView(
                name: FileFields.name(of: .section(section.id)), label: section.heading, isRequired: section.isRequired,
                hint: section.hint, problems: problemViews(of: .section(section.id)))
            view.value = edit.sections[section.id] ?? section.text
            view.anchor = section.id
            return view
        }
    }

    /// The control for the name of a new file.
    func newName(_ name: String) -> ControlView {
        var view = ControlView(
            name: FileFields.newName, label: words[.writingFileName], isRequired: true,
            hint: words[file.kind == .easyText ? .hintEasyName : .hintFileName],
            problems: problems.filter(\.isOfName).map { FieldProblemView(problem: $0) })
        view.value = name
        return view
    }

    /// The control for the group of a new term.
    func group(_ groups: [String], chosen: Int) -> ControlView {
        var view = ControlView(
            name: FileFields.group, label: words[.writingGroup], isRequired: true, hint: nil, problems: [])
        view.kind = .select
        let choices = groups.enumerated().map { ChoiceView(value: String($0), label: $1, isChosen: $0 == chosen) }
        view.groups = [ChoiceGroupView(label: nil, choices: choices)]
        return view
    }

    /// The problems that belong to no field.
    func elsewhere(ofNewFile isNew: Bool) -> [FieldProblemView] {
        problems.filter { $0.field == nil && !($0.isOfName && isNew) }.map { FieldProblemView(problem: $0) }
    }

    private func problemViews(of field: EditField?) -> [FieldProblemView] {
        problems.filter { $0.field == field }.map { FieldProblemView(problem: $0) }
    }
}

/// A control with its label, help and problems.
struct ControlView: TemplateContext {
    enum Kind: Sendable { case text, area, date, select, checks }

    let name: String
    let label: String
    let isRequired: Bool
    let hint: String?
    let problems: [FieldProblemView]
    var kind = Kind.text
    var value = ""
    var groups: [ChoiceGroupView] = []
    /// The name of the field that says that checkboxes were in the form.
    var marker: String?
    /// Whether it is for withdrawn cases only. The style sheet hides it, if it is empty, while another state is chosen.
    var isOfWithdrawal = false
    /// The anchor of a section on the page of the case.
    var anchor = ""

    init(name: String, label: String, isRequired: Bool, hint: String?, problems: [FieldProblemView]) {
        self.name = name
        self.label = label
        self.isRequired = isRequired
        self.hint = hint
        self.problems = problems
    }

    static let fields = ContextFields<ControlView>([
        .text("name") { $0.name },
        .text("label") { $0.label },
        .flag("required") { $0.isRequired },
        .optionalText("hint") { $0.hint },
        .list("problems", FieldProblemView.self) { $0.problems },
        .flag("invalid") { $0.problems.contains { $0.problem.isError } },
        .flag("of_withdrawal") { $0.isOfWithdrawal },
        .flag("is_text") { $0.kind == .text },
        .flag("is_area") { $0.kind == .area },
        .flag("is_date") { $0.kind == .date },
        .flag("is_select") { $0.kind == .select },
        .flag("is_checks") { $0.kind == .checks },
        .flag("needs_empty") { control in
            control.kind == .select && !control.groups.contains { $0.choices.contains { $0.isChosen } }
                || control.kind == .select && !control.isRequired && control.name != "k-status"
                    && !control.groups.contains { $0.choices.contains { $0.value.isEmpty } }
        },
        .text("value") { $0.value },
        .list("groups", ChoiceGroupView.self) { $0.groups },
        .optionalText("marker") { $0.marker },
        .text("anchor") { $0.anchor },
        .text("rows") { String(min(24, max(6, $0.value.count / 34 + $0.value.count { $0 == "\n" } + 2))) },
    ])
}

/// Some of the values to choose from, with a label if they are a group.
struct ChoiceGroupView: TemplateContext {
    let label: String?
    let choices: [ChoiceView]

    static let fields = ContextFields<ChoiceGroupView>([
        .optionalText("group_label") { $0.label },
        .list("choices", ChoiceView.self) { $0.choices },
    ])
}

/// A problem at its field.
struct FieldProblemView: TemplateContext {
    let problem: PlacedProblem

    static let fields = ContextFields<FieldProblemView>([
        .text("text") { $0.problem.text },
        .flag("error") { $0.problem.isError },
        .optionalText("line") { $0.problem.line.map(String.init) },
        .texts("suggestions") { $0.problem.suggestions },
        .flag("has_suggestions") { !$0.problem.suggestions.isEmpty },
        .optionalText("fix") { $0.problem.fix },
    ])
}
