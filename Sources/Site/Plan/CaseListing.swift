import CasebookModel

/// For each case, the term of a taxonomy by which lists group it: its first one.
struct CaseGrouping {
    let taxonomy: Int
    let termCount: Int
    /// For each case, its first term; -1 where it has none.
    let terms: [Int32]

    init(_ casebook: Casebook, by taxonomy: Int) {
        self.taxonomy = taxonomy
        termCount = casebook.taxonomies[taxonomy].terms.count
        terms = casebook.cases.map { Int32($0.terms[taxonomy].first ?? -1) }
    }
}

/// A list of cases, grouped by a taxonomy and divided into pages.
struct CaseListing: Sendable {
    /// The cases of one group on one page.
    struct Group: Sendable {
        let term: TermID
        let cases: ArraySlice<Int>
        /// How many cases the whole group has.
        let total: Int
        /// Whether the group started on an earlier page.
        let isContinued: Bool
    }

    /// The most cases on a page.
    static let pageSize = 50

    let count: Int
    /// The groups on each page. At least one page, which is empty when there are no cases.
    let pages: [[Group]]
    /// For each term of the grouping taxonomy, the page, counted from 1, on which its group starts; 0 where it has none.
    let firstPages: [Int]

    /// Groups cases by their first term of a taxonomy, in the taxonomy's order. O(cases + terms).
    init(_ cases: [Int], by grouping: CaseGrouping) {
        var buckets = [[Int]](repeating: [], count: grouping.termCount)
        for index in cases {
            let term = Int(grouping.terms[index])
            if term >= 0 { buckets[term].append(index) }
        }
        var pages: [[Group]] = [[]]
        var firstPages = [Int](repeating: 0, count: buckets.count)
        var room = Self.pageSize
        for (term, bucket) in buckets.enumerated() {
            var rest = bucket[...]
            while !rest.isEmpty {
                if room == 0 {
                    pages.append([])
                    room = Self.pageSize
                }
                if firstPages[term] == 0 { firstPages[term] = pages.count }
                let part = rest.prefix(room)
                pages[pages.count - 1].append(
                    Group(
                        term: TermID(taxonomy: grouping.taxonomy, term: term), cases: part, total: bucket.count,
                        isContinued: part.startIndex > 0))
                rest = rest.dropFirst(part.count)
                room -= part.count
            }
        }
        count = cases.count
        self.pages = pages
        self.firstPages = firstPages
    }

    /// The cases on a page, counted from 1.
    func cases(onPage page: Int) -> [Int] {
        pages[page - 1].flatMap(\.cases)
    }

    /// The anchor of a group on the page of a list.
    static func anchor(ofGroup slug: String) -> String { "group-\(slug)" }

    /// The number of the first case on a page, counted from 1.
    func firstItem(onPage page: Int) -> Int {
        (page - 1) * Self.pageSize + 1
    }
}
