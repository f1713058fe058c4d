extension Relations {
    /// A case that has something in common with another.
    public struct Related: Sendable, Hashable {
        public let index: Int
        /// The taxonomies of which both have a term in common, in the casebook's order; empty where the editor named the case.
        public let sharedTaxonomies: [Int]
    }

    /// How many cases are compared with one case at most, however large the collection is.
    static let candidateLimit = 256
    /// How many of them one term, or one pair of terms, may bring in.
    static let candidatesPerTerm = 64

    /// The cases that have most in common with a case, best first.
    ///
    /// A shared term counts the more the fewer cases have it; one that more than half of all cases have counts nothing. Compared
    /// are the cases that share both the primary and the secondary term, then those of the rarest shared terms, each list from
    /// the case's own place onwards, so that large collections spread their links evenly. O(``candidateLimit``) a case.
    public func related(to index: Int, limit: Int) -> [Related] {
        let own = termNumbers[index].filter(isTelling)
        guard !own.isEmpty else { return [] }
        var scored: [(score: Int, taxonomies: [Int], distance: Int, index: Int)] = []
        for candidate in candidates(for: index, own: own) {
            let (score, taxonomies) = compare(own, termNumbers[candidate])
            guard score > 0 else { continue }
            let distance = candidate > index ? candidate - index : candidate - index + termNumbers.count
            scored.append((score, taxonomies, distance, candidate))
        }
        scored.sort {
            $0.score != $1.score
                ? $0.score > $1.score
                : $0.taxonomies.count != $1.taxonomies.count
                    ? $0.taxonomies.count > $1.taxonomies.count : $0.distance < $1.distance
        }
        return scored.prefix(limit).map { Related(index: $0.index, sharedTaxonomies: $0.taxonomies) }
    }

    /// The cases to compare with, each once, without the case itself; at most ``candidateLimit``.
    func candidates(for index: Int, own: [Int]) -> [Int] {
        var lists = own.map { postings[$0] }.sorted { $0.count < $1.count }
        if let row = own.first(where: { taxonomy(ofNumber: $0) == primary }),
            let column = own.first(where: { taxonomy(ofNumber: $0) == secondary })
        {
            lists.insert(cases(primary: row - offsets[primary], secondary: column - offsets[secondary]), at: 0)
        }
        var found: [Int] = []
        for list in lists {
            let room = min(Self.candidatesPerTerm, Self.candidateLimit - found.count)
            guard room > 0 else { break }
            let start = firstPosition(in: list, after: index)
            for step in 0..<min(room, list.count) {
                found.append(list[(start + step) % list.count])
            }
        }
        found.sort()
        var unique: [Int] = []
        for candidate in found where candidate != index && unique.last != candidate { unique.append(candidate) }
        return unique
    }

    /// Whether sharing a term says anything: not when more than half of all listed cases have it.
    private func isTelling(_ number: Int) -> Bool {
        listed.count <= 4 || postings[number].count * 2 <= listed.count
    }

    /// The summed weight of the terms in both lists, and their taxonomies. Both lists ascend.
    private func compare(_ left: [Int], _ right: [Int]) -> (score: Int, taxonomies: [Int]) {
        var (score, taxonomies) = (0, [Int]())
        var (leftIndex, rightIndex) = (0, 0)
        while leftIndex < left.count, rightIndex < right.count {
            if left[leftIndex] == right[rightIndex] {
                score += weight(left[leftIndex])
                let taxonomy = taxonomy(ofNumber: left[leftIndex])
                if taxonomies.last != taxonomy { taxonomies.append(taxonomy) }
                leftIndex += 1
                rightIndex += 1
            } else if left[leftIndex] < right[rightIndex] {
                leftIndex += 1
            } else {
                rightIndex += 1
            }
        }
        return (score, taxonomies)
    }

    /// The whole part of log2(4 × all ÷ those that have the term): the same on every machine.
    private func weight(_ number: Int) -> Int {
        let ratio = 4 * listed.count / max(1, postings[number].count)
        return Int.bitWidth - 1 - max(1, ratio).leadingZeroBitCount
    }

    /// The first place in an ascending list whose value is greater than `value`. O(log n).
    private func firstPosition(in list: [Int], after value: Int) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
