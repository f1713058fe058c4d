import CasebookModel
import HTML
import Templates

/// A page of information about the collection, from `content/pages/`.
struct InformationPage: HTMLPage {
    /// The number of headings from which a page gets a list of contents.
    private static let contentsMinimum = 3

    let site: RenderContext
    let index: Int

    private var page: InfoPage { site.casebook.pages[index] }

    var frame: PageFrame {
        PageFrame(
            title: page.title, documentTitle: page.title,
            description: page.description ?? String(page.body.document.plainText().prefix(site.length(120))),
            breadcrumbs: [site.links.home],
            subject: .information(updated: page.updated))
    }

    var view: InformationView {
        let headings = page.body.document.headings.filter { $0.level <= 3 }
        return InformationView(
            body: site.html(of: page.body, at: .infoPage(page.slug)),
            contents: headings.count < Self.contentsMinimum
                ? [] : headings.map { ContentsEntryView(id: $0.id, text: $0.text, level: $0.level) },
            updated: site.date(page.updated))
    }
}

/// The names of the layout `page`.
struct InformationView: TemplateContext {
    let body: HTMLFragment
    /// Empty where the page has few headings.
    let contents: [ContentsEntryView]
    let updated: DateView?

    static let fields = ContextFields<InformationView>([
        .html("body") { $0.body },
        .list("contents", ContentsEntryView.self) { $0.contents },
        .flag("has_contents") { !$0.contents.isEmpty },
        .optional("updated", DateView.self) { $0.updated },
    ])
}
