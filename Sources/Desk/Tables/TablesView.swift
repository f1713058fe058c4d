import Templates

/// The names of the layout `tables`: tables in and out.
struct TablesView: TemplateContext {
    /// Why a file was not read; nil if none was sent.
    let failure: String?
    /// Why nothing can be taken in or given out; nil if that is possible.
    let blocked: String?
    let limit: Int

    static let fields = ContextFields<TablesView>([
        .optionalText("failure") { $0.failure },
        .optionalText("blocked") { $0.blocked },
        .text("limit") { String($0.limit >> 20) },
        .text("limit_bytes") { String($0.limit) },
    ])
}

/// The names of the layout `review`: what sent files would make.
struct ReviewView: TemplateContext {
    let id: String
    let notice: String?
    let failure: String?
    let taken: [TakenCaseView]
    let files: [String]
    let remarks: [String]
    let new: [NewCaseView]
    let newCount: Int
    let changed: [ChangedCaseView]
    let changedCount: Int
    let problems: [TableProblemView]
    let problemCount: Int
    /// How many more cases follow when those that are shown are taken.
    let restCount: Int
    let firstNumber: String

    static let fields = ContextFields<ReviewView>([
        .text("id") { $0.id },
        .optionalText("notice") { $0.notice },
        .optionalText("failure") { $0.failure },
        .list("taken", TakenCaseView.self) { $0.taken },
        .flag("has_taken") { !$0.taken.isEmpty },
        .texts("files") { $0.files },
        .texts("remarks") { $0.remarks },
        .flag("has_remarks") { !$0.remarks.isEmpty },
        .list("new", NewCaseView.self) { $0.new },
        .optionalText("new_count") { $0.newCount > 0 ? String($0.newCount) : nil },
        .list("changed", ChangedCaseView.self) { $0.changed },
        .optionalText("changed_count") { $0.changedCount > 0 ? String($0.changedCount) : nil },
        .list("problems", TableProblemView.self) { $0.problems },
        .optionalText("problem_count") { $0.problemCount > 0 ? String($0.problemCount) : nil },
        .optionalText("more_problems") { view in
            view.problemCount > view.problems.count ? String(view.problemCount - view.problems.count) : nil
        },
        .flag("can_take") { !$0.new.isEmpty || !$0.changed.isEmpty },
        .flag("nothing") { $0.new.isEmpty && $0.changed.isEmpty && $0.problems.isEmpty },
        .optionalText("rest_count") { $0.restCount > 0 ? String($0.restCount) : nil },
        .text("first_number") { $0.firstNumber },
    ])
}

/// A case that was taken.
struct TakenCaseView: TemplateContext {
    let name: String
    let title: String
    let isUpdate: Bool

    static let fields = ContextFields<TakenCaseView>([
        .text("name") { $0.name },
        .text("title") { $0.title },
        .flag("update") { $0.isUpdate },
    ])
}

/// A case that can be made.
struct NewCaseView: TemplateContext {
    let key: String
    let title: String
    let place: String
    let state: String
    let stateName: String
    let isChosen: Bool
    let parts: [CasePartView]

    static let fields = ContextFields<NewCaseView>([
        .text("key") { $0.key },
        .text("case_title") { $0.title },
        .text("place") { $0.place },
        .text("state") { $0.state },
        .text("state_name") { $0.stateName },
        .flag("chosen") { $0.isChosen },
        .list("parts", CasePartView.self) { $0.parts },
        .flag("has_parts") { !$0.parts.isEmpty },
    ])
}

/// A part of a case with its text.
struct CasePartView: TemplateContext {
    let label: String
    let text: String

    static let fields = ContextFields<CasePartView>([
        .text("label") { $0.label },
        .text("text") { $0.text },
    ])
}

/// A case that can be changed.
struct ChangedCaseView: TemplateContext {
    let name: String
    let title: String
    let parts: [ChangedFieldView]

    static let fields = ContextFields<ChangedCaseView>([
        .text("name") { $0.name },
        .text("case_title") { $0.title },
        .list("fields", ChangedFieldView.self) { $0.parts },
    ])
}

/// A field that can be changed.
struct ChangedFieldView: TemplateContext {
    let key: String
    let label: String
    let before: String
    let after: String
    let isChosen: Bool

    static let fields = ContextFields<ChangedFieldView>([
        .text("key") { $0.key },
        .text("label") { $0.label },
        .text("before") { $0.before },
        .text("after") { $0.after },
        .flag("before_empty") { $0.before.isEmpty },
        .flag("after_empty") { $0.after.isEmpty },
        .flag("chosen") { $0.isChosen },
    ])
}

/// A problem of a table, with its cell.
struct TableProblemView: TemplateContext {
    let place: String
    let text: String
    let suggestions: [String]
    let allowed: [String]
    let notes: [String]

    static let fields = ContextFields<TableProblemView>([
        .text("place") { $0.place },
        .text("text") { $0.text },
        .texts("suggestions") { $0.suggestions },
        .flag("has_suggestions") { !$0.suggestions.isEmpty },
        .texts("allowed") { $0.allowed },
        .flag("has_allowed") { !$0.allowed.isEmpty },
        .texts("notes") { $0.notes },
    ])
}
