import Algorithms

/// The index: for each pair of characters, the cases that contain it and its impact in them.
struct Postings {
    /// The pairs, ascending.
    let keys: [UInt32]
    /// For each pair, the number of cases that contain it.
    let counts: [Int]
    /// For each pair, the last case that contains it.
    let lasts: [UInt32]
    private let parts: [PairCounts]
    /// For each part, the number of its first case.
    private let first: [Int]
    /// For each part and case, the saturation term (``Impact``).
    private let saturations: [[Int]]

    /// Merges the counts of consecutive ranges of cases. O(pairs of all parts × log parts).
    ///
    /// - Parameters:
    ///   - parts: The counts of each range of cases.
    ///   - first: For each part, the number of its first case.
    init(_ parts: [PairCounts], first: [Int]) {
        let keys = Self.union(parts.map(\.keys)[...])
        var counts = [Int](repeating: 0, count: keys.count)
        var lasts = [UInt32](repeating: 0, count: keys.count)
        for (part, start) in zip(parts, first) {
            var index = 0
            for (pair, key) in part.keys.enumerated() {
                while keys[index] < key { index += 1 }
                counts[index] += part.starts[pair + 1] - part.starts[pair]
                lasts[index] = UInt32(start + part.entries[part.starts[pair + 1] - 1].index)
            }
        }
        let caseCount = parts.reduce(0) { $0 + $1.lengths.count }
        let impact = Impact(meanLength: parts.reduce(0) { $0 + $1.lengths.reduce(0, +) } / max(1, caseCount))
        saturations = parts.map { $0.lengths.map(impact.saturation) }
        self.keys = keys
        self.counts = counts
        self.lasts = lasts
        self.parts = parts
        self.first = first
    }

    /// Calls a closure with each of some consecutive pairs and its entries, in the order of the cases: the number of a case, 30 bits,
    /// and the impact, 2 bits.
    func forEach(of pairs: Range<Int>, _ take: (_ pair: Int, _ entries: [UInt32]) -> Void) {
        var indices = parts.map { $0.keys.partitioningIndex { $0 >= keys[pairs.lowerBound] } }
        var entries: [UInt32] = []
        for pair in pairs {
            entries.removeAll(keepingCapacity: true)
            for (number, part) in parts.enumerated() {
                let index = indices[number]
                guard index < part.keys.count, part.keys[index] == keys[pair] else { continue }
                for entry in part.entries[part.starts[index]..<part.starts[index + 1]] {
                    let impact = Impact.impact(occurrences: entry.weight, saturation: saturations[number][entry.index])
                    entries.append(UInt32(first[number] + entry.index) << 2 | impact)
                }
                indices[number] += 1
            }
            take(pair, entries)
        }
    }

    /// Returns the distinct numbers of ascending lists, ascending.
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
