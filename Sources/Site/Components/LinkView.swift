import HTML
import Templates

/// A link with a label; `path` is the address below the site's root.
struct LinkView: TemplateContext {
    let label: String
    let target: Permalink

    static let home = LinkView(label: "ホーム", target: .home)
    static let cases = LinkView(label: "事例一覧", target: .cases())
    static let list = LinkView(label: "選んだ事例のリスト", target: .list)
    static let comparisonIndex = LinkView(label: "比べて読む", target: .comparisonIndex)
    static let booklet = LinkView(label: "冊子", target: .booklet)
    static let glossary = LinkView(label: "用語集", target: .glossary)
    static let news = LinkView(label: "更新情報", target: .news())
    static let dataIndex = LinkView(label: "データのダウンロード", target: .dataIndex)

    static let fields = ContextFields<LinkView>([
        .text("label") { $0.label },
        .text("path") { $0.target.reference },
    ])
}

/// A link to a page, with the page's title.
struct PageLinkView: TemplateContext {
    let title: String
    let target: Permalink

    static let fields = ContextFields<PageLinkView>([
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.target.reference },
    ])
}

/// A link to a heading or a group of the same page, in a list of contents.
struct ContentsEntryView: TemplateContext {
    let id: String
    let text: String
    let level: Int

    static let fields = ContextFields<ContentsEntryView>([
        .text("id") { $0.id },
        .text("text") { $0.text },
        .text("level") { String($0.level) },
    ])
}
