/// For each pair of characters, the cases that have it and what it counts for in them.
struct Postings {
    /// Ascending.
    let keys: [UInt32]
    /// For each pair, how many cases have it.
    let counts: [Int]
    /// For each pair, the last case that has it.
    let lasts: [UInt32]
    private let stretches: [PairCounts]
    /// The number of each stretch's first case.
    private let first: [Int]
    /// For each case of each stretch, what saturation adds (``Impact``).
    private let saturations: [[Int]]

    /// Brings together what was counted in stretches of cases that follow one another. O(pairs of all stretches × log stretches).
    ///
    /// - Parameter first: The number of each stretch's first case.
    init(_ stretches: [PairCounts], first: [Int]) {
        let keys = Self.union(stretches.map(\.keys)[...])
        var counts = [Int](repeating: 0, count: keys.count)
        var lasts = [UInt32](repeating: 0, count: keys.count)
        for (stretch, start) in zip(stretches, first) {
            var place = 0
            for (pair, key) in stretch.keys.enumerated() {
                while keys[place] < key { place += 1 }
                counts[place] += stretch.starts[pair + 1] - stretch.starts[pair]
                lasts[place] = UInt32(start + stretch.entries[stretch.starts[pair + 1] - 1].place)
            }
        }
        let caseCount = stretches.reduce(0) { $0 + $1.lengths.count }
        let impact = Impact(meanLength: stretches.reduce(0) { $0 + $1.lengths.reduce(0, +) } / max(1, caseCount))
        saturations = stretches.map { $0.lengths.map(impact.saturation) }
        self.keys = keys
        self.counts = counts
        self.lasts = lasts
        self.stretches = stretches
        self.first = first
    }

    /// Hands on each of some pairs with its entries: a case's number, 30 bits, and the impact, 2 bits, in the order of the cases.
    func forEach(of pairs: Range<Int>, _ take: (_ pair: Int, _ entries: [UInt32]) -> Void) {
        var places = stretches.map { $0.keys.partitioningIndex { $0 >= keys[pairs.lowerBound] } }
        var entries: [UInt32] = []
        for pair in pairs {
            entries.removeAll(keepingCapacity: true)
            for (number, stretch) in stretches.enumerated() {
                let place = places[number]
                guard place < stretch.keys.count, stretch.keys[place] == keys[pair] else { continue }
                for entry in stretch.entries[stretch.starts[place]..<stretch.starts[place + 1]] {
                    let impact = Impact.impact(occurrences: entry.weight, saturation: saturations[number][entry.place])
                    entries.append(UInt32(first[number] + entry.place) << 2 | impact)
                }
                places[number] += 1
            }
            take(pair, entries)
        }
    }

    /// All of some ascending lists, ascending, each once.
    private static func union(_ lists: ArraySlice<[UInt32]>) -> [UInt32] {
        guard lists.count > 1 else { return lists.first ?? [] }
        let middle = lists.startIndex + lists.count / 2
        let (left, right) = (union(lists[..<middle]), union(lists[middle...]))
        var all: [UInt32] = []
        all.reserveCapacity(max(left.count, right.count))
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
            let key = min(left[one], right[other])
            all.append(key)
            if left[one] == key { one += 1 }
            if right[other] == key { other += 1 }
        }
        return all + left[one...] + right[other...]
    }
}

extension Array {
    /// The first index whose element meets a condition, where all that meet it stand behind those that do not.
    fileprivate func partitioningIndex(where meets: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if meets(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
