import Authoring
import CasebookLoading
import CasebookModel
import Diagnostics
import Templates

/// Makes the controls of the form for a case: one for each key and each section.
struct CaseControls {
    let file: EditableFile
    /// What was typed and is not in the file yet.
    let edit: FileEdit
    let form: CaseForm
    let schema: Schema
    let problems: [PlacedProblem]
    let words: DeskWords
    let language: Language

    /// The keys that most cases have, in the order of the form.
    var main: [ControlView] { file.keys.filter(isMain).map(control) }
    /// The other keys.
    var others: [ControlView] { file.keys.filter { !isMain($0) }.map(control) }

    private func isMain(_ key: EditableKey) -> Bool {
        ["title", "status", "summary"].contains(key.key) || key.isRequired
            || form.questions.contains { $0.key == key.key } || schema.fields.contains { $0.definition.key == key.key }
    }

    private func control(_ key: EditableKey) -> ControlView {
        let value = edit.values[key.key] ?? key.value
        let name = CaseFields.name(of: .key(key.key))
        var view = ControlView(
            name: name, label: language == .ja ? key.label.ja : key.label.en, isRequired: key.isRequired,
            hint: hint(of: key), problems: problemViews(of: .key(key.key)))
        if let question = form.questions.first(where: { $0.key == key.key }) {
            view.kind = key.isList ? .checks : .select
            view.marker = key.isList ? CaseFields.marker(of: key.key) : nil
            view.groups = groups(question, chosen: value.items)
            return view
        }
        if key.key == "status" {
            view.kind = .select
            view.groups = [ChoiceGroupView(label: nil, choices: states(chosen: value.items.first))]
            return view
        }
        view.value = key.isList ? value.text(in: language) : value.items.first ?? ""
        switch schema.fields.first(where: { $0.definition.key == key.key })?.definition.kind {
        case .yesNo?:
            view.kind = .select
            view.groups = [ChoiceGroupView(label: nil, choices: yesNo(chosen: view.value))]
        case .date? where isDate(view.value): view.kind = .date
        case .some: break
        case nil:
            if ["published", "updated", "review_by"].contains(key.key), isDate(view.value) { view.kind = .date }
            if key.key == "summary" || key.isPrivate { view.kind = .area }
        }
        return view
    }

    private func isDate(_ text: String) -> Bool { text.isEmpty || CalendarDate(iso: text) != nil }

    private func hint(of key: EditableKey) -> String? {
        switch key.key {
        case "status": words[.writingStatusHint]
        case "title", "published", "updated", "review_by": key.hint.map { sentence($0.text(in: language)) }
        default:
            (schema.caseFields.first { $0.key == key.key }?.help?.cellHint ?? key.hint).map { sentence($0.text(in: language)) }
        }
    }

    private func sentence(_ text: String) -> String {
        language == .en || text.hasSuffix("。") || text.hasSuffix("）") ? text : text + "。"
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

    /// The declared sections.
    var sections: [ControlView] {
        file.sections.map { section in
            var view = ControlView(
                name: CaseFields.name(of: .section(section.id)), label: section.heading, isRequired: section.isRequired,
                hint: section.hint, problems: problemViews(of: .section(section.id)))
            view.value = edit.sections[section.id] ?? section.text
            view.anchor = section.id
            return view
        }
    }

    /// The problems that belong to no field.
    var elsewhere: [FieldProblemView] { problemViews(of: nil) }

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
