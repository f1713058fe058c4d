import Templates

/// The names of the layout `case`: the form for a case or another file with keys and a text.
struct FormPageView: TemplateContext {
    /// What is said above the form after something was done.
    struct Notice: Sendable {
        let text: String
        let isError: Bool
    }

    /// The path of the file relative to the content folder; nil for a new file.
    let location: String?
    /// The folder of the file.
    let folder: String
    let title: String
    /// What the file is, for other files than cases, such as 分野.
    let kind: String?
    /// The version of the file; empty for a new one.
    let version: String
    let state: String
    let stateName: String
    let notice: Notice?
    /// Whether the form holds something that is not in the file.
    let isUnsaved: Bool
    /// The controls for the name and the group of a new file, for other files than cases.
    let names: [ControlView]
    let main: [ControlView]
    let others: [ControlView]
    let sections: [ControlView]
    let elsewhere: [FieldProblemView]
    /// Parts of the file that the form does not show.
    let unknownHeadings: [String]
    let errors: Int
    let warnings: Int
    /// The address of the page of the file; nil if there is none yet.
    let shown: String?
    /// The paths of the images that a text can show.
    let images: [String]
    /// How many places can be fixed that no field shows; 0 while the form holds something that is not in the file.
    let tidyings: Int
    /// The cases that use a term; nil for other files.
    let uses: [UsingCaseView]?

    private var isCase: Bool { folder == "cases" }
    private var name: String? { location.map { String($0.dropFirst(folder.count + 1).dropLast(".md".count)) } }

    static let fields = ContextFields<FormPageView>([
        .optionalText("name") { $0.name },
        .text("location") { $0.location ?? "" },
        .text("folder") { $0.folder },
        .text("case") { $0.isCase ? $0.name ?? "" : "" },
        .flag("is_case") { $0.isCase },
        .flag("is_other") { !$0.isCase },
        .flag("exists") { $0.location != nil },
        .text("action") { DeskPath.form($0.location, in: $0.folder) },
        .text("moving") { $0.location.map(DeskPath.moving) ?? "" },
        .text("remove") { $0.location.map(DeskPath.removal) ?? "" },
        .text("backups") { $0.location.map(DeskPath.backups) ?? "" },
        .text("title") { $0.title },
        .optionalText("kind") { $0.kind },
        .text("version") { $0.version },
        .text("state") { $0.state },
        .text("state_name") { $0.stateName },
        .flag("said") { $0.notice != nil },
        .text("notice") { $0.notice?.text ?? "" },
        .flag("failed") { $0.notice?.isError ?? false },
        .flag("unsaved") { $0.isUnsaved },
        .list("names", ControlView.self) { $0.names },
        .list("main", ControlView.self) { $0.main },
        .list("others", ControlView.self) { $0.others },
        .flag("has_others") { !$0.others.isEmpty },
        .flag("opens_others") { view in
            view.others.contains { !$0.problems.isEmpty }
        },
        .list("sections", ControlView.self) { $0.sections },
        .list("elsewhere", FieldProblemView.self) { $0.elsewhere },
        .flag("has_elsewhere") { !$0.elsewhere.isEmpty },
        .texts("unknown_headings") { $0.unknownHeadings },
        .flag("has_unknown") { !$0.unknownHeadings.isEmpty },
        .optionalText("errors") { $0.errors > 0 ? String($0.errors) : nil },
        .optionalText("warnings") { $0.warnings > 0 ? String($0.warnings) : nil },
        .optionalText("shown") { $0.shown },
        .texts("images") { $0.images },
        .flag("has_images") { !$0.images.isEmpty },
        .optionalText("tidyings") { $0.tidyings > 0 ? String($0.tidyings) : nil },
        .flag("is_term") { $0.uses != nil },
        .list("uses", UsingCaseView.self) { $0.uses ?? [] },
        .flag("used") { $0.uses?.isEmpty == false },
        .text("use_count") { String($0.uses?.count ?? 0) },
    ])
}

/// A case that uses a term.
struct UsingCaseView: TemplateContext {
    let name: String
    let title: String

    static let fields = ContextFields<UsingCaseView>([
        .text("name") { $0.name },
        .text("title") { $0.title },
        .text("path") { DeskPath.form("cases/\($0.name).md", in: "cases") },
    ])
}

/// The names of the layout `conflict`: both versions of a file that was changed meanwhile, field by field.
struct ConflictView: TemplateContext {
    /// The address of the form.
    let action: String
    /// The version that was loaded into the form.
    let loadedVersion: String
    /// The version on the disk that is shown.
    let version: String
    let parts: [ConflictFieldView]
    /// Everything that was typed.
    let typed: [TypedFieldView]

    static let fields = ContextFields<ConflictView>([
        .text("action") { $0.action },
        .text("loaded_version") { $0.loadedVersion },
        .text("version") { $0.version },
        .list("choices", ConflictFieldView.self) { $0.parts.filter(\.mustChoose) },
        .flag("must_choose") { $0.parts.contains(where: \.mustChoose) },
        .list("merged", ConflictFieldView.self) { $0.parts.filter { !$0.mustChoose } },
        .flag("has_merged") { $0.parts.contains { !$0.mustChoose } },
        .list("typed", TypedFieldView.self) { $0.typed },
    ])
}

/// A part of a file that differs between two versions.
struct ConflictFieldView: TemplateContext {
    let name: String
    let label: String
    let edited: String
    let onDisk: String
    let mustChoose: Bool
    let isFromDisk: Bool

    static let fields = ContextFields<ConflictFieldView>([
        .text("name") { $0.name },
        .text("label") { $0.label },
        .text("edited") { $0.edited },
        .text("on_disk") { $0.onDisk },
        .flag("edited_empty") { $0.edited.isEmpty },
        .flag("on_disk_empty") { $0.onDisk.isEmpty },
        .flag("from_disk") { $0.isFromDisk },
    ])
}

/// A field of a form that is sent again.
struct TypedFieldView: TemplateContext {
    let name: String
    let value: String

    static let fields = ContextFields<TypedFieldView>([
        .text("name") { $0.name },
        .text("value") { $0.value },
    ])
}
