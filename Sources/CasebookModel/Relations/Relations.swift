/// An index from terms to cases, and what is derived from it: lists, neighbours, related cases, terms that occur together.
///
/// All terms of a casebook are also numbered consecutively, taxonomy after taxonomy; this *common number* is used inside. Withdrawn
/// cases are left out: they have a page, but are in no list.
///
/// It is a class, because threads that copied a struct would wait for each other to count the references to its arrays.
public final class Relations: Sendable {
    /// The indices of the cases that lists show: all but the withdrawn ones, in the casebook's order.
    public let listed: [Int]
    /// For each taxonomy, the common number of its first term.
    let offsets: [Int]
    /// For each term, by its common number, its taxonomy.
    let taxonomies: [Int]
    /// For each term, by its common number, the cases that have it, in the casebook's order.
    let postings: [[Int]]
    /// For each taxonomy, the cases that have no term of it.
    let unstated: [[Int]]
    /// The common numbers of the terms of all cases, case after case, ascending for each; a withdrawn case has none.
    let termNumbers: [Int32]
    /// For each case, the index in `termNumbers` at which its terms start, and at the end the count of `termNumbers`.
    let termStarts: [Int32]
    /// For each pair of a primary and a secondary term, row by row, the cases that have both.
    let cells: [[Int]]
    /// For each case, its index among the cases of its primary term.
    let positions: [Int]
    /// For each case, its first secondary term; -1 for a case without one and for a withdrawn case.
    private let secondaryTerms: [Int32]
    /// For each term, by its common number, its place among all terms when those with the fewest cases come first.
    let rarities: [Int]
    /// For each term, by its common number, how much two cases are related that both have it (``weight(cases:of:)``).
    let weights: [Int32]
    let primary: Int
    let secondary: Int
    let secondaryCount: Int

    /// Builds the index. O(cases and their terms).
    public init(_ casebook: Casebook) {
        var offsets: [Int] = []
        var numbers: [Int] = []
        for (index, taxonomy) in casebook.taxonomies.enumerated() {
            offsets.append(numbers.count)
            numbers += repeatElement(index, count: taxonomy.terms.count)
        }
        primary = casebook.settings.primary
        secondary = casebook.settings.secondary
        secondaryCount = casebook.taxonomies[secondary].terms.count
        var listed: [Int] = []
        var postings = [[Int]](repeating: [], count: numbers.count)
        var unstated = [[Int]](repeating: [], count: casebook.taxonomies.count)
        var termNumbers: [Int32] = []
        var termStarts: [Int32] = [0]
        termStarts.reserveCapacity(casebook.cases.count + 1)
        var cells = [[Int]](
            repeating: [], count: casebook.taxonomies[primary].terms.count * secondaryCount)
        var positions = [Int](repeating: 0, count: casebook.cases.count)
        var secondaryTerms = [Int32](repeating: -1, count: casebook.cases.count)
        for (index, entry) in casebook.cases.enumerated() {
            defer { termStarts.append(Int32(termNumbers.count)) }
            guard entry.status != .withdrawn else { continue }
            listed.append(index)
            for (taxonomy, terms) in entry.terms.enumerated() {
                if terms.isEmpty { unstated[taxonomy].append(index) }
                for term in terms {
                    postings[offsets[taxonomy] + term].append(index)
                    termNumbers.append(Int32(offsets[taxonomy] + term))
                }
            }
            let column = entry.terms[secondary].first
            if let column { secondaryTerms[index] = Int32(column) }
            if let row = entry.terms[primary].first {
                positions[index] = postings[offsets[primary] + row].count - 1
                if let column {
                    cells[row * secondaryCount + column].append(index)
                }
            }
        }
        self.offsets = offsets
        taxonomies = numbers
        self.postings = postings
        self.listed = listed
        self.unstated = unstated
        self.termNumbers = termNumbers
        self.termStarts = termStarts
        self.cells = cells
        self.positions = positions
        self.secondaryTerms = secondaryTerms
        var rarities = [Int](repeating: 0, count: postings.count)
        let rarestFirst = postings.indices.sorted { (postings[$0].count, $0) < (postings[$1].count, $1) }
        for (place, number) in rarestFirst.enumerated() { rarities[number] = place }
        self.rarities = rarities
        weights = postings.map { Self.weight(cases: $0.count, of: listed.count) }
    }

    /// Returns the common numbers of a case's terms, ascending; none for a withdrawn case.
    package func terms(of index: Int) -> ArraySlice<Int32> {
        termNumbers[Int(termStarts[index])..<Int(termStarts[index + 1])]
    }

    /// The number of cases, withdrawn ones too.
    var caseCount: Int { termStarts.count - 1 }

    /// Returns the cases that have a term, in the casebook's order. O(1).
    public func cases(of term: TermID) -> [Int] {
        postings[offsets[term.taxonomy] + term.term]
    }

    /// Returns the first secondary term of a listed case; nil where it has none, and for a withdrawn case. O(1).
    public func secondaryTerm(of index: Int) -> Int? {
        secondaryTerms[index] < 0 ? nil : Int(secondaryTerms[index])
    }

    /// Returns the cases that have no term of a taxonomy, in the casebook's order. O(1).
    public func casesWithoutTerm(ofTaxonomy taxonomy: Int) -> [Int] {
        unstated[taxonomy]
    }

    /// Returns the cases that have both a primary and a secondary term, in the casebook's order. O(1).
    ///
    /// - Parameters:
    ///   - row: The index of a term in the primary taxonomy.
    ///   - column: The index of a term in the secondary taxonomy.
    public func cases(primary row: Int, secondary column: Int) -> [Int] {
        cells[row * secondaryCount + column]
    }

    /// Counts the listed cases that have both a term and each other term, by the common number of the other.
    ///
    /// O(all terms + the terms of the cases that have `term`).
    private func sharedCounts(with term: TermID) -> [Int] {
        var counts = [Int](repeating: 0, count: postings.count)
        for index in cases(of: term) {
            for number in terms(of: index) { counts[Int(number)] += 1 }
        }
        return counts
    }

    /// Returns, for each taxonomy, the terms that share most cases with a term, each with the number of shared cases.
    ///
    /// Most shared cases first, then in the taxonomy's order; the term itself is left out.
    ///
    /// - Parameters:
    ///   - term: The term to compare with.
    ///   - limit: The largest number of terms for each taxonomy.
    public func termsMeeting(_ term: TermID, limit: Int) -> [[(term: TermID, count: Int)]] {
        let counts = sharedCounts(with: term)
        return offsets.indices.map { taxonomy in
            let end = taxonomy + 1 < offsets.count ? offsets[taxonomy + 1] : postings.count
            var found: [(term: TermID, count: Int)] = []
            for number in offsets[taxonomy]..<end where counts[number] > 0 {
                let other = TermID(taxonomy: taxonomy, term: number - offsets[taxonomy])
                if other != term { found.append((other, counts[number])) }
            }
            found.sort { $0.count != $1.count ? $0.count > $1.count : $0.term < $1.term }
            return Array(found.prefix(limit))
        }
    }
}

extension Relations {
    /// The cases before and after a case among the cases of its primary term.
    public struct Neighbours: Sendable, Hashable {
        /// The index of the case before; nil for the first.
        public let previous: Int?
        /// The index of the case after; nil for the last.
        public let next: Int?
        /// The position of the case, from 1.
        public let position: Int
        /// The number of cases of the term.
        public let total: Int
    }

    /// Returns the cases before and after a case among the cases of its primary term; nil for a withdrawn case. O(1).
    public func neighbours(of index: Int) -> Neighbours? {
        guard let number = terms(of: index).first(where: { taxonomies[Int($0)] == primary }) else { return nil }
        let posting = postings[Int(number)]
        let position = positions[index]
        return Neighbours(
            previous: position > 0 ? posting[position - 1] : nil,
            next: position + 1 < posting.count ? posting[position + 1] : nil, position: position + 1, total: posting.count)
    }
}
