import CasebookModel

/// What happened to the cases, by the dates of their front matter: the latest first, by month, divided into pages.
struct NewsListing: Sendable {
    enum Event: Int, Sendable {
        case published
        case updated
        case withdrawn
    }

    /// Something that happened to a case.
    struct Item: Sendable {
        let date: CalendarDate
        let event: Event
        /// The index of the case.
        let index: Int
    }

    /// What happened in a month, as far as it is on one page.
    struct Month: Sendable {
        let year: Int
        let month: Int
        let items: ArraySlice<Item>
        /// How many items the whole month has.
        let total: Int
        /// Whether the month started on a page with later news.
        let isContinued: Bool
    }

    let count: Int
    /// The months on each page; empty where no case has a date.
    let pages: [[Month]]

    /// Finds the news of a casebook. Drafts have none, and of a withdrawn case only the withdrawal is news, on the day of its last
    /// change. O(cases × log cases).
    init(_ casebook: Casebook) {
        var items: [Item] = []
        for (index, entry) in casebook.cases.enumerated() {
            switch entry.status {
            case .draft: break
            case .withdrawn:
                if let date = entry.updated { items.append(Item(date: date, event: .withdrawn, index: index)) }
            case .published:
                if let date = entry.published { items.append(Item(date: date, event: .published, index: index)) }
                if let date = entry.updated, entry.published.map({ $0 < date }) ?? true {
                    items.append(Item(date: date, event: .updated, index: index))
                }
            }
        }
        items.sort { ($0.date, $0.index, $0.event.rawValue) > ($1.date, $1.index, $1.event.rawValue) }
        count = items.count
        pages = Self.pages(items)
    }

    private static func pages(_ items: [Item]) -> [[Month]] {
        var totals: [CalendarMonth: Int] = [:]
        for item in items { totals[CalendarMonth(item.date), default: 0] += 1 }
        return stride(from: 0, to: items.count, by: CaseListing.pageSize).map { start in
            let end = min(start + CaseListing.pageSize, items.count)
            var months: [Month] = []
            var first = start
            while first < end {
                let month = CalendarMonth(items[first].date)
                let last = items[first..<end].firstIndex { CalendarMonth($0.date) != month } ?? end
                months.append(
                    Month(
                        year: month.year, month: month.month, items: items[first..<last], total: totals[month] ?? 0,
                        isContinued: first > 0 && CalendarMonth(items[first - 1].date) == month))
                first = last
            }
            return months
        }
    }
}

/// A month of a year.
private struct CalendarMonth: Hashable {
    let year: Int
    let month: Int

    init(_ date: CalendarDate) { (year, month) = (date.year, date.month) }
}
