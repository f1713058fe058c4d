import Diagnostics

/// Syntax that other Markdown programs support and this one does not: it is reported and stays in the page as text.
public enum UnsupportedSyntax: String, Sendable, CaseIterable {
    /// `[^1]` and `[^1]: …`.
    case footnote
    /// `$…$` and `$$…$$`.
    case math
    /// `- [ ] …` and `- [x] …`.
    case taskList
    /// `~~…~~`.
    case strikethrough
    /// A line `: …` after a line with a term.
    case definitionList
    /// `[!NOTE]` at the start of a quote.
    case alert
    /// A web address without `<` and `>`, which is not a link.
    case bareAddress

    /// What the syntax is called and what to write instead.
    var message: Message {
        switch self {
        case .footnote:
            Message(
                ja: "脚注（[^1]）は使えません。本文の（ ）に書くか、リンクにしてください",
                en: "Footnotes ([^1]) are not supported. Put the note into the text or link to it")
        case .math:
            Message(
                ja: "数式（$…$）は使えません。ふつうの文字で書くか、` で囲んでください",
                en: "Math ($…$) is not supported. Write it as plain text or in backticks")
        case .taskList:
            Message(
                ja: "チェックボックス（[ ]）は使えません。ふつうの箇条書きにしてください",
                en: "Task lists ([ ]) are not supported. Use a plain list")
        case .strikethrough:
            Message(
                ja: "取り消し線（~~）は使えません。消すことばは削ってください",
                en: "Strikethrough (~~) is not supported. Delete the text instead")
        case .definitionList:
            Message(
                ja: "定義リスト（行の初めの「: 」）は使えません。見出し、箇条書き、表のどれかにしてください",
                en: "Definition lists (a line that starts with \": \") are not supported. Use headings, a list or a table")
        case .alert:
            Message(
                ja: "囲み記事（[!NOTE] など）は使えません。ふつうの引用か段落にしてください",
                en: "Alerts (such as [!NOTE]) are not supported. Use a plain quote or paragraph")
        case .bareAddress:
            Message(
                ja: "このアドレスはリンクになりません。[ページの名前](アドレス) か <アドレス> と書いてください",
                en: "This address does not become a link. Write [page name](address) or <address>")
        }
    }
}
