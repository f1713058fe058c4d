import Algorithms
extension Relations {
    /// A case that has something in common with another.
    public struct Related: Sendable, Hashable {
        public let index: Int
        /// The taxonomies of which both have a term in common, in the casebook's order; empty where the editor named the case.
        public let sharedTaxonomies: [Int]

        public init(index: Int, sharedTaxonomies: [Int]) {
            self.index = index
            self.sharedTaxonomies = sharedTaxonomies
        }
    }

    /// How many cases are compared with one case at most, however large the collection is.
    package static let candidateLimit = 256
    /// How many of them one term, or one pair of terms, may bring in.
    package static let candidatesPerTerm = 64

    /// The cases that have most in common with a case, best first.
    ///
    /// A shared term counts the more the fewer cases have it; one that more than half of all cases have counts nothing. Compared
    /// are the cases that share both the primary and the secondary term, then those of the rarest shared terms, each list from
    /// the case's own place onwards, so that large collections spread their links evenly. O(``candidateLimit``) a case, without
    /// an allocation a candidate.
    public func related(to index: Int, limit: Int) -> [Related] {
        let own = terms(of: index).filter { weights[Int($0)] > 0 }
        guard !own.isEmpty, limit > 0 else { return [] }
        // What sharing a term counts for; terms that the case does not have count nothing.
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: weights.count) { gains in
            gains.initialize(repeating: 0)
            for number in own { gains[Int(number)] = weights[Int(number)] }
            var best: [Candidate] = []
            best.reserveCapacity(limit + 1)
            var floor: Int32 = 1
            termNumbers.withUnsafeBufferPointer { numbers in
                forEachCandidate(for: index, own: own) { other in
                    let range = termStarts[other]..<termStarts[other + 1]
                    var score: Int32 = 0
                    for place in range { score &+= gains[Int(numbers[place])] }
                    guard score >= floor else { return }
                    let candidate = Candidate(
                        score: score, taxonomyCount: taxonomyCount(gains, with: other),
                        distance: other > index ? other - index : other - index + caseCount, index: other)
                    if best.count == limit, !candidate.isBetter(than: best[limit - 1]) { return }
                    let place = best.firstIndex { !$0.isBetter(than: candidate) } ?? best.count
                    // Lists overlap: a case may come again.
                    if place < best.count, best[place].index == other { return }
                    best.insert(candidate, at: place)
                    if best.count > limit { best.removeLast() }
                    if best.count == limit { floor = best[limit - 1].score }
                }
            }
            return best.map { Related(index: $0.index, sharedTaxonomies: sharedTaxonomies(gains, with: $0.index)) }
        }
    }

    private struct Candidate {
        let score: Int32
        let taxonomyCount: Int
        /// How many cases further on it stands, counted past the end from the beginning.
        let distance: Int
        let index: Int

        func isBetter(than other: Candidate) -> Bool {
            if score != other.score { return score > other.score }
            if taxonomyCount != other.taxonomyCount { return taxonomyCount > other.taxonomyCount }
            return distance < other.distance
        }
    }

    /// Visits the cases to compare with, without the case itself; ``candidateLimit`` at most, some more than once.
    ///
    /// - Parameter own: The case's terms that count, by their common numbers.
    package func forEachCandidate(for index: Int, own: [Int32], _ visit: (Int) -> Void) {
        var room = Self.candidateLimit
        func visitList(_ list: [Int]) {
            let count = min(Self.candidatesPerTerm, room, list.count)
            room -= count
            var place = list.partitioningIndex { $0 > index }
            for _ in 0..<count {
                if place == list.count { place = 0 }
                if list[place] != index { visit(list[place]) }
                place += 1
            }
        }
        if let row = own.first(where: { taxonomies[Int($0)] == primary }),
            let column = own.first(where: { taxonomies[Int($0)] == secondary })
        {
            visitList(cells[(Int(row) - offsets[primary]) * secondaryCount + Int(column) - offsets[secondary]])
        }
        let rarestFirst = own.sorted { (postings[Int($0)].count, $0) < (postings[Int($1)].count, $1) }
        for number in rarestFirst where room > 0 { visitList(postings[Int(number)]) }
    }

    /// How many taxonomies have a term that two cases share.
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
        for number in terms(of: index) where gains[Int(number)] > 0 && shared.last != taxonomies[Int(number)] {
            shared.append(taxonomies[Int(number)])
        }
        return shared
    }

    /// What sharing a term counts for: the whole part of log2(4 × all ÷ those that have it), the same on every machine; nothing
    /// when more than half of all have it, for that says nothing.
    ///
    /// - Parameters:
    ///   - cases: How many cases have the term.
    ///   - all: How many cases are listed.
    package static func weight(cases: Int, of all: Int) -> Int32 {
        guard all <= 4 || cases * 2 <= all else { return 0 }
        let ratio = 4 * all / max(1, cases)
        return Int32(Int.bitWidth - 1 - max(1, ratio).leadingZeroBitCount)
    }
}
