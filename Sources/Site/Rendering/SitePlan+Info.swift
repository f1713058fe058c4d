import Casebook
import HTML
import Markdown
import Templates

extension SitePlan {
    /// How many headings a page must have before it gets a list of contents.
    private static let contentsMinimum = 3

    func infoPageFrame(_ index: Int) -> Frame {
        let page = casebook.pages[index]
        return Frame(
            title: page.title, documentTitle: page.title,
            description: page.description ?? String(page.body.document.plainText().prefix(120)), breadcrumbs: [homeCrumb],
            subject: .information(updated: page.updated))
    }

    func infoPageView(_ index: Int) -> InfoPageView {
        let page = casebook.pages[index]
        let headings = page.body.document.headings.filter { $0.level <= 3 }
        return InfoPageView(
            body: html(of: page.body, at: .infoPage(page.slug)),
            contents: headings.count < Self.contentsMinimum
                ? [] : headings.map { ContentsEntryView(id: $0.id, text: $0.text, level: $0.level) }, updated: page.updated)
    }

    var notFoundFrame: Frame {
        Frame(
            title: "ページが見つかりません", documentTitle: "ページが見つかりません",
            description: "お探しのページは見つかりませんでした。", breadcrumbs: [homeCrumb])
    }

    func redirectFrame(_ index: Int) -> Frame {
        let alias = aliases[index]
        return Frame(
            title: "ページが移動しました", documentTitle: "ページが移動しました：\(alias.title)（\(alias.path)）",
            description: "「\(alias.title)」は新しい場所に移りました。", canonical: alias.target)
    }

    func redirectView(_ index: Int) -> RedirectView {
        RedirectView(target: aliases[index].target, targetTitle: aliases[index].title)
    }
}
