import Authoring
import Diagnostics
import Templates

/// The names of the layout `confirm`: a change of several files, to confirm before it is made.
struct ConfirmView: TemplateContext {
    /// The address that the form is sent to.
    let action: String
    /// What the button says to do.
    let command: String
    let version: String
    let lead: String
    /// Why it was not done.
    var failure: String?
    /// What would be wrong afterwards.
    var problems: [String] = []
    /// Ways to do it.
    var choices: [ChoiceView] = []
    /// The terms that cases can get instead.
    var replacements: [ChoiceView] = []
    /// The name that a file can get; nil if that is not asked.
    var newName: String?
    /// The cases and other files that change.
    var files: [ChangedFileView] = []
    /// Everything else that the form holds.
    var typed: [TypedFieldView] = []
    let button: String
    /// The address to go back to.
    let back: String

    static let fields = ContextFields<ConfirmView>([
        .text("action") { $0.action },
        .text("command") { $0.command },
        .text("version") { $0.version },
        .text("lead") { $0.lead },
        .optionalText("failure") { $0.failure },
        .texts("problems") { $0.problems },
        .flag("has_problems") { !$0.problems.isEmpty },
        .list("choices", ChoiceView.self) { $0.choices },
        .flag("has_choices") { !$0.choices.isEmpty },
        .list("replacements", ChoiceView.self) { $0.replacements },
        .flag("has_replacements") { !$0.replacements.isEmpty },
        .optionalText("new_name") { $0.newName },
        .list("files", ChangedFileView.self) { $0.files },
        .flag("has_files") { !$0.files.isEmpty },
        .list("typed", TypedFieldView.self) { $0.typed },
        .text("button") { $0.button },
        .text("back") { $0.back },
    ])
}

/// A file that changes, with what changes in it.
struct ChangedFileView: TemplateContext {
    let title: String
    let location: String
    let parts: [ContentChange.Part]
    let language: Language

    init(_ file: ContentChange.File, language: Language) {
        title = file.title
        location = file.location
        parts = file.parts
        self.language = language
    }

    init(title: String, location: String) {
        self.title = title
        self.location = location
        parts = []
        language = .ja
    }

    static let fields = ContextFields<ChangedFileView>([
        .text("title") { $0.title },
        .text("location") { $0.location },
        .list("parts", ChangedPartView.self) { file in
            file.parts.map { ChangedPartView(label: $0.label.text(in: file.language), before: $0.before, after: $0.after) }
        },
    ])
}

/// A part of a file that becomes another one.
struct ChangedPartView: TemplateContext {
    let label: String
    let before: String
    let after: String

    static let fields = ContextFields<ChangedPartView>([
        .text("label") { $0.label },
        .text("before") { $0.before },
        .text("after") { $0.after },
        .flag("gone") { $0.after.isEmpty },
    ])
}
