import Basics

extension Relations {
    /// A case that is related to another one, with the reason that its page shows.
    public struct Related: Sendable, Hashable {
        /// The index of the related case.
        public let index: Int
        /// The taxonomies of which both cases have a common term, in the casebook's order; empty if the editor named the case.
        public let sharedTaxonomies: [Int]

        /// Creates a related case.
        public init(index: Int, sharedTaxonomies: [Int]) {
            self.index = index
            self.sharedTaxonomies = sharedTaxonomies
        }
    }

    /// The largest number of cases that are compared with one case, whatever the size of the collection.
    package static let candidateLimit = 256
    /// The largest number of candidates from one term, or from one pair of terms.
    static let candidatesPerTerm = 64

    /// Returns the cases that have most in common with a case, the most related first.
    ///
    /// A shared term counts more the fewer cases have it (``weight(cases:of:)``). Candidates are the cases that share both the primary
    /// and the secondary term, then those of the rarest terms. Each list is read from the position of the case onwards, so that
    /// links are spread evenly over large collections.
    ///
    /// O(``candidateLimit``) for each case, without an allocation for each candidate.
    ///
    /// - Parameters:
    ///   - index: The index of the case.
    ///   - limit: The largest number of cases to return.
    public func related(to index: Int, limit: Int) -> [Related] {
        let own = terms(of: index).filter { weights[Int($0)] > 0 }
        guard !own.isEmpty, limit > 0 else { return [] }
        // The weight of each shared term; 0 for terms that the case does not have.
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: weights.count) { gains in
            gains.initialize(repeating: 0)
            for number in own { gains[Int(number)] = weights[Int(number)] }
            var best: [Candidate] = []
            best.reserveCapacity(limit + 1)
            var floor: Int32 = 1
            withTermNumbers { numbers, starts in
                forEachCandidate(for: index, own: own) { other in
                    var score: Int32 = 0
                    for term in Int(starts[other])..<Int(starts[other + 1]) { score &+= gains[Int(numbers[term])] }
                    guard score >= floor else { return }
                    let candidate = Candidate(
                        score: score, taxonomyCount: taxonomyCount(gains, with: other),
                        distance: other > index ? other - index : other - index + caseCount, index: other)
                    if best.count == limit, !candidate.isBetter(than: best[limit - 1]) { return }
                    let position = best.firstIndex { !$0.isBetter(than: candidate) } ?? best.count
                    // Lists overlap, so a case may be visited again.
                    if position < best.count, best[position].index == other { return }
                    best.insert(candidate, at: position)
                    if best.count > limit { best.removeLast() }
                    if best.count == limit { floor = best[limit - 1].score }
                }
            }
            return best.map { Related(index: $0.index, sharedTaxonomies: sharedTaxonomies(gains, with: $0.index)) }
        }
    }

    /// Calls `body` with ``termNumbers`` and ``termStarts`` as pointers, which are read without a check of each index.
    private func withTermNumbers(_ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Void) {
        termNumbers.withUnsafeBufferPointer { numbers in termStarts.withUnsafeBufferPointer { body(numbers, $0) } }
    }

    private struct Candidate {
        let score: Int32
        let taxonomyCount: Int
        /// The number of cases from the case to the candidate; after the last case, counting goes on with the first.
        let distance: Int
        let index: Int

        func isBetter(than other: Candidate) -> Bool {
            if score != other.score { return score > other.score }
            if taxonomyCount != other.taxonomyCount { return taxonomyCount > other.taxonomyCount }
            return distance < other.distance
        }
    }

    /// Visits the candidates for a case: at most ``candidateLimit``, some more than once, never the case itself.
    ///
    /// - Parameters:
    ///   - index: The index of the case.
    ///   - own: The common numbers of the case's terms whose weight is not 0.
    ///   - visit: Gets the index of a candidate.
    package func forEachCandidate(for index: Int, own: [Int32], _ visit: (Int) -> Void) {
        var remaining = Self.candidateLimit
        func visitList(_ list: [Int]) {
            let count = min(Self.candidatesPerTerm, remaining, list.count)
            remaining -= count
            var position = list.partitioningIndex { $0 > index }
            for _ in 0..<count {
                if position == list.count { position = 0 }
                if list[position] != index { visit(list[position]) }
                position += 1
            }
        }
        if let row = own.first(where: { taxonomies[Int($0)] == primary }),
            let column = own.first(where: { taxonomies[Int($0)] == secondary })
        {
            visitList(cells[(Int(row) - offsets[primary]) * secondaryCount + Int(column) - offsets[secondary]])
        }
        let rarestFirst = own.sorted { rarities[Int($0)] < rarities[Int($1)] }
        for number in rarestFirst where remaining > 0 { visitList(postings[Int(number)]) }
    }

    /// The number of taxonomies of which two cases share a term.
    private func taxonomyCount(_ gains: UnsafeMutableBufferPointer<Int32>, with index: Int) -> Int {
        var (count, last) = (0, -1)
        for number in terms(of: index) where gains[Int(number)] > 0 {
            let taxonomy = taxonomies[Int(number)]
            if taxonomy != last { count += 1 }
            last = taxonomy
        }
        return count
    }

    private func sharedTaxonomies(_ gains: UnsafeMutableBufferPointer<Int32>, with index: Int) -> [Int] {
        var shared: [Int] = []
        shared.reserveCapacity(offsets.count)
        for number in terms(of: index) where gains[Int(number)] > 0 && shared.last != taxonomies[Int(number)] {
            shared.append(taxonomies[Int(number)])
        }
        return shared
    }

    /// How much a shared term relates two cases: ⌊log₂(4 × all ÷ cases)⌋, or 0 if more than half of all cases have the term.
    ///
    /// Whole numbers give the same result on every machine.
    ///
    /// - Parameters:
    ///   - cases: The number of cases that have the term.
    ///   - all: The number of listed cases.
    static func weight(cases: Int, of all: Int) -> Int32 {
        guard all <= 4 || cases * 2 <= all else { return 0 }
        let ratio = 4 * all / max(1, cases)
        return Int32(Int.bitWidth - 1 - max(1, ratio).leadingZeroBitCount)
    }
}
