import CasebookModel
import Templates

/// A page of the news: which cases were published, updated and withdrawn, by month.
struct NewsPage: HTMLPage {
    let site: RenderContext
    /// Counted from 1.
    let page: Int

    var frame: PageFrame {
        let title = site.links.news.label
        return PageFrame(
            title: title, documentTitle: title + site.suffix(ofPage: page),
            description: site.words[.newsDescription], breadcrumbs: [site.links.home], subject: .collection(nil))
    }

    var view: NewsView {
        let news = site.structure.news
        return NewsView(
            months: news.pages[page - 1].map { month in
                NewsMonthView(
                    month: month, label: site.words[.datesMonth, String(month.year), String(month.month)],
                    items: month.items.map(itemView))
            },
            pagination: PaginationView(itemCount: news.count, pageCount: news.pages.count, page: page) { .news(page: $0) })
    }

    private func itemView(_ item: NewsListing.Item) -> NewsItemView {
        NewsItemView(
            event: label(of: item.event), date: DateView(date: item.date, words: site.words),
            title: site.casebook.cases[item.index].title, target: site.permalink(ofCase: item.index),
            secondary: site.casebook.cases[item.index].terms[site.secondary].first.map {
                site.termLinks[site.secondary][$0].label
            })
    }
    private func label(of event: NewsListing.Event) -> String {
        switch event {
        case .published: site.words[.newsPublished]
        case .updated: site.words[.newsUpdated]
        case .withdrawn: site.words[.newsWithdrawn]
        }
    }
}
