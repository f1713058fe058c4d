import CasebookModel
import Templates

/// A page of the news: which cases were published, updated and withdrawn, by month.
struct NewsPage: HTMLPage {
    let site: RenderContext
    /// Counted from 1.
    let page: Int

    var frame: PageFrame {
        let title = LinkView.news.label
        return PageFrame(
            title: title, documentTitle: title + PageFrame.suffix(ofPage: page),
            description: "事例の公開、更新、取り下げを、新しい順に示しています。", breadcrumbs: [.home], subject: .collection(nil))
    }

    var view: NewsView {
        let news = site.structure.news
        return NewsView(
            months: news.pages[page - 1].map { month in
                NewsMonthView(month: month, items: month.items.map(itemView))
            },
            pagination: PaginationView(itemCount: news.count, pageCount: news.pages.count, page: page) { .news(page: $0) })
    }

    private func itemView(_ item: NewsListing.Item) -> NewsItemView {
        NewsItemView(
            item: item, title: site.casebook.cases[item.index].title, target: site.permalink(ofCase: item.index),
            secondary: site.casebook.cases[item.index].terms[site.secondary].first.map {
                site.termLinks[site.secondary][$0].label
            })
    }
}
