/// Which cases belong to which term, and what follows from it: lists, neighbours, related cases, terms that meet.
///
/// Built once for a casebook by walking each case's terms, so the work grows with the number of cases and their terms. Withdrawn
/// cases are left out: they have a page, but no list names them.
public struct Relations: Sendable {
    /// Indices of the cases that lists show, in the casebook's order.
    public let listed: [Int]
    /// The first number of each taxonomy's terms in one common numbering of all terms.
    package let offsets: [Int]
    /// The taxonomy of each term by its common number.
    package let taxonomies: [Int]
    /// For each term by its common number, the cases that have it, in the casebook's order.
    package let postings: [[Int]]
    /// For each taxonomy, the cases that state no term of it.
    package let unstated: [[Int]]
    /// The common numbers of each case's terms, ascending, case after case; a withdrawn case has none.
    package let termNumbers: [Int32]
    /// Where each case's part of `termNumbers` starts, and at the end where the last one ends.
    package let termStarts: [Int]
    /// For each pair of a primary and a secondary term, the cases that have both.
    package let cells: [[Int]]
    /// For each case, its place among the cases of its primary term.
    package let positions: [Int]
    /// For each term by its common number, what sharing it counts for.
    package let weights: [Int32]
    package let primary: Int
    package let secondary: Int
    package let secondaryCount: Int

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
        var termStarts = [0]
        termStarts.reserveCapacity(casebook.cases.count + 1)
        var cells = [[Int]](
            repeating: [], count: casebook.taxonomies[primary].terms.count * secondaryCount)
        var positions = [Int](repeating: 0, count: casebook.cases.count)
        for (index, entry) in casebook.cases.enumerated() {
            defer { termStarts.append(termNumbers.count) }
            guard entry.status != .withdrawn else { continue }
            listed.append(index)
            for (taxonomy, terms) in entry.terms.enumerated() {
                if terms.isEmpty { unstated[taxonomy].append(index) }
                for term in terms {
                    postings[offsets[taxonomy] + term].append(index)
                    termNumbers.append(Int32(offsets[taxonomy] + term))
                }
            }
            if let row = entry.terms[primary].first {
                positions[index] = postings[offsets[primary] + row].count - 1
                if let column = entry.terms[secondary].first {
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
        weights = postings.map { Self.weight(cases: $0.count, of: listed.count) }
    }

    /// The common numbers of a case's terms, ascending; none for a withdrawn case.
    package func terms(of index: Int) -> ArraySlice<Int32> {
        termNumbers[termStarts[index]..<termStarts[index + 1]]
    }

    /// How many cases there are, withdrawn ones too.
    package var caseCount: Int { termStarts.count - 1 }

    /// The cases that have a term, in the casebook's order.
    public func cases(of term: TermID) -> [Int] {
        postings[offsets[term.taxonomy] + term.term]
    }

    /// The cases that state no term of a taxonomy, in the casebook's order.
    public func casesWithoutTerm(ofTaxonomy taxonomy: Int) -> [Int] {
        unstated[taxonomy]
    }

    /// The cases that have both a primary and a secondary term, in the casebook's order.
    public func cases(primary row: Int, secondary column: Int) -> [Int] {
        cells[row * secondaryCount + column]
    }

    /// How many listed cases each term shares with `term`, by the common number of the term.
    ///
    /// O(terms + the terms of the cases that have `term`).
    package func sharedCounts(with term: TermID) -> [Int] {
        var counts = [Int](repeating: 0, count: postings.count)
        for index in cases(of: term) {
            for number in terms(of: index) { counts[Int(number)] += 1 }
        }
        return counts
    }

    /// The terms of a taxonomy that share most cases with `term`, most first, then in the taxonomy's order.
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
