/// What was counted in a stretch of cases, pair after pair.
struct PairCounts {
    /// Ascending.
    let keys: [UInt32]
    /// Where each pair's entries start, and at the end where the last one's end.
    let starts: [Int]
    /// A case's place in the stretch, 24 bits, and the weighted count, 8 bits; pair after pair, in the order of the cases.
    let entries: [UInt32]
    /// How many pairs each case has, with repetitions.
    let lengths: [Int]

    /// Sorts what was counted. O(occurrences + pairs × log pairs).
    init(_ counter: BigramCounter) {
        let order = counter.keys.indices.sorted { counter.keys[$0] < counter.keys[$1] }
        var rank = [Int](repeating: 0, count: order.count)
        for (place, pair) in order.enumerated() { rank[pair] = place }
        var starts = [Int](repeating: 0, count: order.count + 1)
        for occurrence in counter.occurrences { starts[rank[occurrence.pair] + 1] += 1 }
        for index in order.indices { starts[index + 1] += starts[index] }
        var next = starts
        entries = [UInt32](unsafeUninitializedCapacity: counter.occurrences.count) { entries, count in
            var place = 0
            for (number, end) in counter.ends.enumerated() {
                while place < end {
                    let occurrence = counter.occurrences[place]
                    let pair = rank[occurrence.pair]
                    entries.initializeElement(at: next[pair], to: UInt32(number) << 8 | UInt32(occurrence.weight))
                    next[pair] += 1
                    place += 1
                }
            }
            count = place
        }
        keys = order.map { counter.keys[$0] }
        self.starts = starts
        lengths = counter.lengths
    }
}
