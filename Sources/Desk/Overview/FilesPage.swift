import CasebookLoading
import Diagnostics
import Templates

/// The list of terms, glossary words, pages and the settings, with their problems.
struct FilesPage {
    let overview: Overview
    let templates: DeskTemplates
    /// The path of the content folder as messages show it.
    let root: String
    /// What was done.
    let notice: String?

    var view: FilesView {
        FilesView(
            notice: notice,
            groups: overview.groups.map { group in
                FileGroupView(
                    label: label(of: group), id: group.folder, new: DeskPath.form(nil, in: group.folder),
                    newLabel: newLabel(of: group),
                    files: group.files.map { file in
                        OtherFileView(
                            title: file.title, location: file.location, address: DeskPath.form(file.location), uses: file.uses,
                            problems: file.problems.map { ProblemView($0, in: templates.language) })
                    })
            } + [Self.settings(overview.settingsProblems, templates: templates, root: root)])
    }

    /// The group of the settings.
    static func settings(_ problems: [Diagnostic], templates: DeskTemplates, root: String) -> FileGroupView {
        FileGroupView(
            label: templates.words[.filesSettings], id: "settings", new: nil, newLabel: "",
            files: TextFile.allCases.map { file in
                let isOwn = { (diagnostic: Diagnostic) in
                    (diagnostic.path == "\(root)/\(TextFile.readings.location)") == (file == .readings)
                }
                return OtherFileView(
                    title: templates.words[file == .settings ? .filesSettings : .filesReadings], location: file.location,
                    address: file.address, uses: nil,
                    problems: problems.filter(isOwn).map {
                        ProblemView($0, in: templates.language, at: "\(root)/\(file.location)")
                    })
            })
    }

    private func label(of group: Overview.Group) -> String {
        switch group.kind {
        case .glossary: templates.words[.filesGlossary]
        case .easyText: templates.words[.filesEasyTexts]
        case .page: templates.words[.filesPages]
        default: group.label ?? ""
        }
    }

    private func newLabel(of group: Overview.Group) -> String {
        switch group.kind {
        case .easyText: templates.words[.filesNewEasyText]
        case .glossary: templates.words[.filesNewWord]
        case .page: templates.words[.filesNewPage]
        default: templates.words[.filesNewTerm, group.label ?? ""]
        }
    }
}

/// The names of the layout `files`.
struct FilesView: TemplateContext {
    /// What was done.
    let notice: String?
    let groups: [FileGroupView]

    static let fields = ContextFields<FilesView>([
        .optionalText("notice") { $0.notice },
        .list("groups", FileGroupView.self) { $0.groups },
    ])
}

/// Files of one kind.
struct FileGroupView: TemplateContext {
    let label: String
    let id: String
    /// The address of the form for a new file; nil if there is none.
    let new: String?
    let newLabel: String
    let files: [OtherFileView]

    static let fields = ContextFields<FileGroupView>([
        .text("label") { $0.label },
        .text("id") { $0.id },
        .optionalText("new") { $0.new },
        .text("new_label") { $0.newLabel },
        .text("count") { String($0.files.count) },
        .optionalText("problem_count") { group in
            let count = group.files.reduce(0) { $0 + $1.problems.count }
            return count > 0 ? String(count) : nil
        },
        .list("files", OtherFileView.self) { $0.files },
    ])
}

/// A file with its problems.
struct OtherFileView: TemplateContext {
    let title: String
    let location: String
    /// The address of its form; nil if there is none.
    let address: String?
    /// How many cases use a term.
    let uses: Int?
    let problems: [ProblemView]

    static let fields = ContextFields<OtherFileView>([
        .text("file_title") { $0.title },
        .text("location") { $0.location },
        .optionalText("address") { $0.address },
        .optionalText("use_count") { $0.uses.map(String.init) },
        .list("problems", ProblemView.self) { $0.problems },
    ])
}

/// A problem as it is shown where it is known which file it is in.
struct ProblemView: TemplateContext {
    let text: String
    let line: Int?
    let isError: Bool
    /// The values that are probably meant.
    let suggestions: [String]

    /// - Parameter path: The file at which the problem is shown. The path of another one is said.
    init(_ diagnostic: Diagnostic, in language: Language, at path: String? = nil) {
        let message = diagnostic.message.text(in: language)
        let isElsewhere = path.map { diagnostic.path != $0 } ?? false
        text = isElsewhere ? "\(diagnostic.path.visible): \(message)" : message
        line = diagnostic.range?.start.line
        isError = diagnostic.severity == .error
        suggestions = diagnostic.suggestions
    }

    static let fields = ContextFields<ProblemView>([
        .text("text") { $0.text },
        .optionalText("line") { $0.line.map(String.init) },
        .flag("error") { $0.isError },
        .texts("suggestions") { $0.suggestions },
        .flag("has_suggestions") { !$0.suggestions.isEmpty },
    ])
}
