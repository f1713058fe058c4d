/// The counts of the pairs in a group of cases, sorted by pair.
final class PairCounts: Sendable {
    /// The pairs, ascending.
    let keys: [UInt32]
    /// For each pair, the start of its entries; then the end of the last ones.
    let starts: [UInt32]
    /// The entries of each pair, in the order of the cases.
    let entries: [Entry]

    /// A case that contains a pair, in 16 bits: there are about six hundred per case.
    struct Entry: Hashable {
        /// The number of the case in its group, 10 bits, and the weighted count, 6 bits. Higher counts matter only in very long texts.
        private let packed: UInt16

        /// The number of cases that a group may have.
        static let cases = 1 << 10

        init(index: Int, weight: UInt8) {
            packed = UInt16(truncatingIfNeeded: index * 64) | UInt16(min(weight, 63))
        }

        var index: Int { Int(packed >> 6) }
        var weight: UInt8 { UInt8(truncatingIfNeeded: packed & 63) }
    }

    init(keys: [UInt32], starts: [UInt32], entries: [Entry]) {
        self.keys = keys
        self.starts = starts
        self.entries = entries
    }

    /// Sorts the counts of cases whose numbers are below ``Entry/cases``. O(occurrences + pairs).
    convenience init(_ counter: BigramCounter) {
        let order = Self.sorted(counter)
        var rank = [UInt32](repeating: 0, count: counter.slots.count)
        for (index, pair) in order.enumerated() { rank[Int(truncatingIfNeeded: pair & 0xFFFF_FFFF)] = UInt32(index) }
        var starts = [UInt32](repeating: 0, count: order.count + 1)
        let entries = counter.withOccurrences { occurrences in
            for occurrence in occurrences { starts[Int(rank[occurrence.slot]) + 1] += 1 }
            for index in order.indices { starts[index + 1] += starts[index] }
            var next = starts
            return [Entry](unsafeUninitializedCapacity: occurrences.count) { entries, count in
                rank.withUnsafeBufferPointer { rank in
                    next.withUnsafeMutableBufferPointer { next in
                        var position = 0
                        for counted in counter.cases {
                            while position < counted.end {
                                let pair = Int(rank[occurrences[position].slot])
                                let entry = Entry(index: counted.number, weight: occurrences[position].weight)
                                entries.initializeElement(at: Int(next[pair]), to: entry)
                                next[pair] += 1
                                position += 1
                            }
                        }
                        count = position
                    }
                }
            }
        }
        self.init(keys: order.map { UInt32(truncatingIfNeeded: $0 >> 32) }, starts: starts, entries: entries)
    }

    /// Returns the pairs of a counter in order, each with its index in the table in the lower half, by a radix sort.
    private static func sorted(_ counter: BigramCounter) -> [UInt64] {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(counter.pairCount)
        for (index, slot) in counter.slots.enumerated() where slot.key != 0 {
            pairs.append(UInt64(slot.key) << 32 | UInt64(index))
        }
        guard pairs.count > 256 else { return pairs.sorted() }
        var other = pairs
        for shift in stride(from: UInt64(32), to: 64, by: 8) {
            var starts = [Int](repeating: 0, count: 257)
            for pair in pairs { starts[Int(pair >> shift & 0xFF) + 1] += 1 }
            for digit in 0..<256 { starts[digit + 1] += starts[digit] }
            for pair in pairs {
                let digit = Int(pair >> shift & 0xFF)
                other[starts[digit]] = pair
                starts[digit] += 1
            }
            swap(&pairs, &other)
        }
        return pairs
    }

    /// Returns these counts with other counts for some cases. O(entries).
    ///
    /// - Parameters:
    ///   - isReplaced: For each case, whether its counts are replaced.
    ///   - others: The new counts of such cases. A case without any has no pairs.
    func replacing(_ isReplaced: [Bool], by others: PairCounts) -> PairCounts {
        var (keys, starts, all): ([UInt32], [UInt32], [Entry]) = ([], [0], [])
        keys.reserveCapacity(self.keys.count + 256)
        starts.reserveCapacity(self.keys.count + 256)
        all.reserveCapacity(entries.count + others.entries.count)
        var (mine, other) = (0, 0)
        while mine < self.keys.count || other < others.keys.count {
            let myKey = mine < self.keys.count ? self.keys[mine] : .max
            let otherKey = other < others.keys.count ? others.keys[other] : .max
            let key = min(myKey, otherKey)
            var new = otherKey == key ? others.entries(of: other)[...] : []
            if myKey == key {
                for entry in entries(of: mine) where !isReplaced[entry.index] {
                    while let first = new.first, first.index < entry.index {
                        all.append(first)
                        new.removeFirst()
                    }
                    all.append(entry)
                }
                mine += 1
            }
            if otherKey == key { other += 1 }
            all.append(contentsOf: new)
            guard all.count > Int(starts[keys.count]) else { continue }
            keys.append(key)
            starts.append(UInt32(all.count))
        }
        return PairCounts(keys: keys, starts: starts, entries: all)
    }

    /// The entries of the pair at an index.
    @inline(__always)
    func entries(of pair: Int) -> ArraySlice<Entry> {
        entries[Int(starts[pair])..<Int(starts[pair + 1])]
    }
}
