import Casebook

/// What a page is about, for machines.
enum PageSubject {
    case home
    /// Pages that belong together, and the cases that this one lists.
    case collection(ListedCases?)
    case caseFile(Int)
    case information(updated: CalendarDate?)
    /// Nothing that machines are told of.
    case none
}

/// The cases of a list that stand on one of its pages.
struct ListedCases {
    let cases: [Int]
    /// The number of the first of them in the list, counted from 1.
    let first: Int
    /// How many the list has on all pages.
    let total: Int
}

extension ListedCases {
    /// The cases on a page of a listing, counted from 1.
    init(_ listing: CaseListing, page: Int) {
        self.init(cases: listing.cases(onPage: page), first: listing.firstItem(onPage: page), total: listing.count)
    }
}
