import HTML
import Templates

/// The names of the layout `news`: what happened to cases, by month.
struct NewsView: TemplateContext {
    let months: [NewsMonthView]
    let pagination: PaginationView?

    static let fields = ContextFields<NewsView>([
        .list("months", NewsMonthView.self) { $0.months },
        .optional("pagination", PaginationView.self) { $0.pagination },
    ])
}

/// What happened in a month.
struct NewsMonthView: TemplateContext {
    let month: NewsListing.Month
    /// The month in the language of the site.
    let label: String
    let items: [NewsItemView]

    static let fields = ContextFields<NewsMonthView>([
        .text("id") { "month-\($0.month.year)-\($0.month.month)" },
        .text("label") { $0.label },
        .text("count") { $0.month.total.grouped },
        .flag("continued") { $0.month.isContinued },
        .list("items", NewsItemView.self) { $0.items },
    ])
}

/// Something that happened to a case.
struct NewsItemView: TemplateContext {
    /// What happened.
    let event: String
    let date: DateView
    let title: String
    let target: Permalink
    /// The label of the case's secondary term, which a withdrawn case may lack.
    let secondary: String?

    static let fields = ContextFields<NewsItemView>([
        .text("event") { $0.event },
        .object("date", DateView.self) { $0.date },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.target.path },
        .optionalText("secondary") { $0.secondary },
    ])
}
