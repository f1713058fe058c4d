import CasebookModel
import HTML
import Templates

/// The easy-language version of a case.
struct EasyTextPage: HTMLPage {
    let site: RenderContext
    let index: Int

    private var text: EasyText { site.casebook.easyTexts[index] }
    private var entry: Case { site.casebook.cases[text.caseIndex] }
    private var link: Permalink { .easyText(entry.id) }

    var frame: PageFrame {
        let start = text.body.document.plainText().inOneLine.excerptOfPhrases(length: site.length(120))
        return PageFrame(
            title: text.title, documentTitle: "\(text.title) | \(site.links.easyTexts.label)",
            description: start.isEmpty ? site.words[.easyDescription, entry.title] : start,
            breadcrumbs: [site.links.home, site.links.easyTexts], menu: .easyTexts,
            subject: .information(updated: text.updated))
    }

    var view: EasyTextView {
        let options = site.renderOptions(
            targets: text.body.targets, at: link, headingLevel: 2, words: site.wordLinks(at: link))
        var buffer = HTMLBuffer(reservingCapacity: 2_048)
        text.body.document.render(into: &buffer, options: options)
        return EasyTextView(
            caseTitle: entry.title, casePath: site.permalink(ofCase: text.caseIndex), isDraft: entry.status == .draft,
            body: buffer.finish(), updated: site.date(text.updated), counts: EasyTextCounts(site: site))
    }
}

/// The names of the layout `easy`.
struct EasyTextView: TemplateContext {
    let caseTitle: String
    let casePath: Permalink
    let isDraft: Bool
    let body: HTMLFragment
    let updated: DateView?
    let counts: EasyTextCounts

    static let fields = ContextFields<EasyTextView>([
        .text("case_title") { $0.caseTitle },
        .html("case_title_phrases") { HTMLFragment(title: $0.caseTitle) },
        .text("case_path") { $0.casePath.path },
        .flag("draft") { $0.isDraft },
        .html("body") { $0.body },
        .optional("updated", DateView.self) { $0.updated },
        .text("list_path") { _ in Permalink.easyTexts().path },
        .text("count") { $0.counts.count.grouped },
    ])
}

/// How many cases of the lists have an easy-language version.
struct EasyTextCounts {
    let count: Int
    let total: Int

    init(site: RenderContext) {
        count = site.listings.easy?.count ?? 0
        total = site.caseCount
    }
}
