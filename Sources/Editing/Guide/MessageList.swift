import Authoring
import CasebookLoading
import Diagnostics
import Publishing
import Templates

/// The list of messages in the editors' guide (`content/README.md`), written from the rules and the other problems.
enum MessageList {
    /// The line before the list.
    static let start = "<!-- ここから次の印までは、script/guide で書き直します。 -->"
    /// The line after the list.
    static let end = "<!-- ここまで -->"

    /// The list as Markdown, without its heading.
    static var markdown: String {
        let others = [
            GuideSection("問題が多いとき", problems: TooManyProblems.self),
            GuideSection(
                "表の取り込み（`knowhow import`）",
                introduction: "事例の内容についてのメッセージは、上の一覧と同じものが、行と列を添えて出ます。",
                problems: ImportProblem.self),
            GuideSection(
                "GitHub のフォームから送られた文の取り込み（`knowhow import`）",
                introduction: "事例の内容についてのメッセージは、上の一覧と同じものが、見出しを添えて出ます。",
                problems: IssueProblem.self),
            GuideSection(
                "テンプレート（`templates`）",
                introduction: "サイトの見た目を決めるテンプレートを変えたときに出ます。事例を書いているだけのときには出ません。",
                problems: TemplateProblem.self),
            GuideSection("写したテンプレート", problems: OldTemplates.self),
            GuideSection("言語", problems: MissingLanguage.self),
        ]
        return (Rules.groups.map(\.guide) + others).map(\.markdown).joined(separator: "\n\n")
    }
}
