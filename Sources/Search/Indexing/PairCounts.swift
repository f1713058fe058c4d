/// The counts of the pairs in a range of cases, sorted by pair.
struct PairCounts {
    /// The pairs, ascending.
    let keys: [UInt32]
    /// For each pair, the start of its entries; then the end of the last ones.
    let starts: [Int]
    /// The entries of each pair, in the order of the cases.
    let entries: [Entry]
    /// For each case, the number of its pairs with repetitions.
    let lengths: [Int]

    /// A case that contains a pair, in 16 bits: there are about six hundred per case.
    struct Entry {
        /// The index of the case in the range, 10 bits, and the weighted count, 6 bits. Higher counts matter only in very long texts.
        private let packed: UInt16

        /// The number of cases that a range may have.
        static let cases = 1 << 10

        init(index: Int, weight: UInt8) { packed = UInt16(index * 64) | UInt16(min(weight, 63)) }

        var index: Int { Int(packed >> 6) }
        var weight: UInt8 { UInt8(packed & 63) }
    }

    /// Sorts the counts of at most ``Entry/cases`` cases. O(occurrences + pairs × log pairs).
    init(_ counter: BigramCounter) {
        let order = counter.keys.indices.sorted { counter.keys[$0] < counter.keys[$1] }
        var rank = [Int](repeating: 0, count: order.count)
        for (index, pair) in order.enumerated() { rank[pair] = index }
        var starts = [Int](repeating: 0, count: order.count + 1)
        for occurrence in counter.occurrences { starts[rank[occurrence.pair] + 1] += 1 }
        for index in order.indices { starts[index + 1] += starts[index] }
        var next = starts
        entries = [Entry](unsafeUninitializedCapacity: counter.occurrences.count) { entries, count in
            var position = 0
            for (number, end) in counter.ends.enumerated() {
                while position < end {
                    let occurrence = counter.occurrences[position]
                    let pair = rank[occurrence.pair]
                    entries.initializeElement(at: next[pair], to: Entry(index: number, weight: occurrence.weight))
                    next[pair] += 1
                    position += 1
                }
            }
            count = position
        }
        keys = order.map { counter.keys[$0] }
        self.starts = starts
        lengths = counter.lengths
    }
}
