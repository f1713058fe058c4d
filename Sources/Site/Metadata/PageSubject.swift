import CasebookModel

/// What a page is about, for search engines.
enum PageSubject {
    case home
    /// A page of a list, and the cases on it.
    case collection(ListedCases?)
    case caseFile(Int)
    case information(updated: CalendarDate?)
    /// A page without structured data.
    case none
}

/// The cases on one page of a list.
struct ListedCases {
    let cases: [Int]
    /// The number of the first case in the list, counted from 1.
    let first: Int
    /// The number of cases on all pages of the list.
    let total: Int
}

extension ListedCases {
    /// The cases on a page of a listing, counted from 1.
    init(_ listing: CaseListing, page: Int) {
        self.init(cases: listing.cases(onPage: page), first: listing.firstItem(onPage: page), total: listing.count)
    }
}
