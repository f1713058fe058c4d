import CasebookLoading
import Diagnostics
import Templates

/// The list of terms, glossary words, pages and the settings, with their problems.
struct FilesPage {
    let overview: Overview
    let templates: DeskTemplates
    /// The path of the content folder as messages show it.
    let root: String

    var view: FilesView {
        FilesView(
            groups: overview.groups.map { group in
                FileGroupView(
                    label: label(of: group),
                    files: group.files.map { file in
                        OtherFileView(
                            title: file.title, path: "\(root)/\(file.location)",
                            problems: file.problems.map { ProblemView($0, in: templates.language) })
                    })
            } + [
                FileGroupView(
                    label: templates.words[.filesSettings],
                    files: [
                        OtherFileView(
                            title: "casebook.yml", path: "\(root)/casebook.yml",
                            problems: overview.settingsProblems.map { ProblemView($0, in: templates.language, root: root) })
                    ])
            ])
    }

    private func label(of group: Overview.Group) -> String {
        switch group.kind {
        case .glossary: templates.words[.filesGlossary]
        case .easyText: templates.words[.filesEasyTexts]
        case .page: templates.words[.filesPages]
        default: group.label ?? ""
        }
    }
}

/// The names of the layout `files`.
struct FilesView: TemplateContext {
    let groups: [FileGroupView]

    static let fields = ContextFields<FilesView>([
        .list("groups", FileGroupView.self) { $0.groups }
    ])
}

/// Files of one kind.
struct FileGroupView: TemplateContext {
    let label: String
    let files: [OtherFileView]

    static let fields = ContextFields<FileGroupView>([
        .text("label") { $0.label },
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
    let path: String
    let problems: [ProblemView]

    static let fields = ContextFields<OtherFileView>([
        .text("file_title") { $0.title },
        .text("path") { $0.path },
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

    /// - Parameter root: Given if the file is not known from where the problem is shown, so that its path is needed.
    init(_ diagnostic: Diagnostic, in language: Language, root: String? = nil) {
        let message = diagnostic.message.text(in: language)
        let isElsewhere = root.map { diagnostic.path != "\($0)/casebook.yml" } ?? false
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
