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
    let items: [NewsItemView]

    static let fields = ContextFields<NewsMonthView>([
        .text("id") { "month-\($0.month.year)-\($0.month.month)" },
        .text("label") { "\($0.month.year)年\($0.month.month)月" },
        .text("count") { $0.month.total.grouped },
        .flag("continued") { $0.month.isContinued },
        .list("items", NewsItemView.self) { $0.items },
    ])
}

/// Something that happened to a case.
struct NewsItemView: TemplateContext {
    let item: NewsListing.Item
    let title: String
    let target: Permalink
    /// The label of the case's secondary term, which a withdrawn case may lack.
    let secondary: String?

    static let fields = ContextFields<NewsItemView>([
        .text("event") { $0.label },
        .object("date", DateView.self) { DateView(date: $0.item.date) },
        .text("title") { $0.title },
        .html("title_phrases") { HTMLFragment(title: $0.title) },
        .text("path") { $0.target.path },
        .optionalText("secondary") { $0.secondary },
    ])

    private var label: String {
        switch item.event {
        case .published: "公開"
        case .updated: "更新"
        case .withdrawn: "取り下げ"
        }
    }
}
