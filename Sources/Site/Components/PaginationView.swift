import Templates

/// The pages of a list that is longer than one page.
struct PaginationView: TemplateContext {
    /// Counted from 1.
    let current: Int
    let pageCount: Int
    let items: ClosedRange<Int>
    let itemCount: Int
    /// The address of a page, counted from 1.
    let link: @Sendable (Int) -> Permalink

    static let fields = ContextFields<PaginationView>([
        .text("current") { $0.current.grouped },
        .text("total") { $0.pageCount.grouped },
        .text("first_item") { $0.items.lowerBound.grouped },
        .text("last_item") { $0.items.upperBound.grouped },
        .text("item_count") { $0.itemCount.grouped },
        .optional("previous", PageNumberView.self) { $0.page($0.current - 1) },
        .optional("next", PageNumberView.self) { $0.page($0.current + 1) },
        .list("pages", PageNumberView.self) { $0.shownPages },
    ])

    /// The first, the last and the pages around the current one: at most nine, however many there are.
    private var shownPages: [PageNumberView] {
        var shown: [PageNumberView] = []
        let near = max(2, current - 3)..<max(2, min(current + 4, pageCount))
        for number in [1] + near + [pageCount] {
            guard var view = page(number) else { continue }
            view.isAfterGap = shown.last.map { $0.number + 1 < number } ?? false
            shown.append(view)
        }
        return shown
    }

    private func page(_ number: Int) -> PageNumberView? {
        (1...pageCount).contains(number)
            ? PageNumberView(number: number, link: link(number), isCurrent: number == current) : nil
    }
}

extension PaginationView {
    /// Nil for a list of one page.
    ///
    /// - Parameters:
    ///   - itemCount: The number of cases on all pages.
    ///   - pageCount: How many pages the list has.
    ///   - page: The page, counted from 1.
    ///   - link: Returns the address of a page.
    init?(itemCount: Int, pageCount: Int, page: Int, link: @escaping @Sendable (Int) -> Permalink) {
        guard pageCount > 1 else { return nil }
        let first = (page - 1) * CaseListing.pageSize + 1
        self.init(
            current: page, pageCount: pageCount, items: first...min(first + CaseListing.pageSize - 1, itemCount),
            itemCount: itemCount, link: link)
    }

    /// Nil for a list of one page.
    init?(_ listing: CaseListing, page: Int, link: @escaping @Sendable (Int) -> Permalink) {
        self.init(itemCount: listing.count, pageCount: listing.pages.count, page: page, link: link)
    }
}

/// A link to one page of a list.
struct PageNumberView: TemplateContext {
    let number: Int
    let link: Permalink
    let isCurrent: Bool
    /// Whether pages before this one are left out.
    var isAfterGap = false

    static let fields = ContextFields<PageNumberView>([
        .text("number") { $0.number.grouped },
        .text("path") { $0.link.reference },
        .flag("current") { $0.isCurrent },
        .flag("gap") { $0.isAfterGap },
    ])
}
