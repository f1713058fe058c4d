import Diagnostics
import Templates

/// The names of the layout `text`: a file that is edited as text.
struct TextPageView: TemplateContext {
    let action: String
    /// The path of the file relative to the content folder.
    let location: String
    let version: String
    let text: String
    let lead: String
    var notice: FormPageView.Notice?
    /// Whether the form holds something that is not in the file.
    var isUnsaved = false
    /// Whether a save with errors has to be confirmed.
    var mustConfirm = false
    let findings: TextFindings

    static let fields = ContextFields<TextPageView>([
        .text("action") { $0.action },
        .text("location") { $0.location },
        .text("backups") { DeskPath.backups($0.location) },
        .text("version") { $0.version },
        .text("text") { $0.text },
        .text("lead") { $0.lead },
        .flag("said") { $0.notice != nil },
        .text("notice") { $0.notice?.text ?? "" },
        .flag("failed") { $0.notice?.isError ?? false },
        .flag("unsaved") { $0.isUnsaved },
        .flag("confirms") { $0.mustConfirm },
        .list("problems", TextProblemView.self) { $0.findings.problems },
        .flag("has_problems") { !$0.findings.problems.isEmpty },
        .texts("elsewhere") { $0.findings.elsewhere },
        .flag("has_elsewhere") { !$0.findings.elsewhere.isEmpty },
        .optionalText("errors") { $0.findings.errors > 0 ? String($0.findings.errors) : nil },
        .optionalText("warnings") { $0.findings.warnings > 0 ? String($0.findings.warnings) : nil },
    ])
}

/// What is wrong with a text, and what would be wrong in other files because of it.
struct TextFindings {
    let problems: [TextProblemView]
    let elsewhere: [String]

    var errors: Int { problems.count(where: \.isError) + elsewhere.count }
    var warnings: Int { problems.count { !$0.isError } }
}

/// A problem of a text with its place.
struct TextProblemView: TemplateContext {
    let text: String
    let line: Int?
    let column: Int?
    let isError: Bool
    let suggestions: [String]
    /// Names the fix among those of the same text; nil if there is none.
    let fix: String?

    static let fields = ContextFields<TextProblemView>([
        .text("text") { $0.text },
        .optionalText("line") { $0.line.map(String.init) },
        .text("column") { String($0.column ?? 1) },
        .flag("error") { $0.isError },
        .texts("suggestions") { $0.suggestions },
        .flag("has_suggestions") { !$0.suggestions.isEmpty },
        .optionalText("fix") { $0.fix },
    ])
}
