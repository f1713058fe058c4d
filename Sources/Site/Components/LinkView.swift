import HTML
import Templates

/// A link with a label; `path` is the address below the site's root.
struct LinkView: TemplateContext {
    let label: String
    let target: Permalink

    static let fields = ContextFields<LinkView>([
        .text("label") { $0.label },
        .text("path") { $0.target.reference },
    ])
}

/// Links to the pages that every site has.
struct SiteLinks: Sendable {
    let home: LinkView
    let cases: LinkView
    let easyTexts: LinkView
    let list: LinkView
    let submission: LinkView
    let comparisonIndex: LinkView
    let editions: LinkView
    let booklet: LinkView
    let glossary: LinkView
    let news: LinkView
    let dataIndex: LinkView

    init(_ words: SiteWords) {
        home = LinkView(label: words[.linkHome], target: .home)
        cases = LinkView(label: words[.linksCases], target: .cases())
        easyTexts = LinkView(label: words[.easyName], target: .easyTexts())
        list = LinkView(label: words[.linksList], target: .list)
        submission = LinkView(label: words[.linksSubmission], target: .submission)
        comparisonIndex = LinkView(label: words[.linksComparison], target: .comparisonIndex)
        editions = LinkView(label: words[.linksEditions], target: .editions)
        booklet = LinkView(label: words[.linksBooklet], target: .booklet)
        glossary = LinkView(label: words[.linksGlossary], target: .glossary)
        news = LinkView(label: words[.linksNews], target: .news())
        dataIndex = LinkView(label: words[.linksData], target: .dataIndex)
    }
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
