/// What was counted in a stretch of cases, pair after pair.
struct PairCounts {
    /// Ascending.
    let keys: [UInt32]
    /// Where each pair's entries start, and at the end where the last one's end.
    let starts: [Int]
    /// What each pair has, in the order of the cases.
    let entries: [Entry]
    /// How many pairs each case has, with repetitions.
    let lengths: [Int]

    /// A case that has a pair, in 16 bits: there are some six hundred a case.
    struct Entry {
        /// The case's place in the stretch, 10 bits, and the weighted count, 6 bits: more make no difference but to very long texts.
        private let packed: UInt16

        /// How many cases a stretch may have.
        static let cases = 1 << 10

        init(place: Int, weight: UInt8) { packed = UInt16(place * 64) | UInt16(min(weight, 63)) }

        var place: Int { Int(packed >> 6) }
        var weight: UInt8 { UInt8(packed & 63) }
    }

    /// Sorts what was counted in at most ``Entry/cases`` cases. O(occurrences + pairs × log pairs).
    init(_ counter: BigramCounter) {
        let order = counter.keys.indices.sorted { counter.keys[$0] < counter.keys[$1] }
        var rank = [Int](repeating: 0, count: order.count)
        for (place, pair) in order.enumerated() { rank[pair] = place }
        var starts = [Int](repeating: 0, count: order.count + 1)
        for occurrence in counter.occurrences { starts[rank[occurrence.pair] + 1] += 1 }
        for index in order.indices { starts[index + 1] += starts[index] }
        var next = starts
        entries = [Entry](unsafeUninitializedCapacity: counter.occurrences.count) { entries, count in
            var place = 0
            for (number, end) in counter.ends.enumerated() {
                while place < end {
                    let occurrence = counter.occurrences[place]
                    let pair = rank[occurrence.pair]
                    entries.initializeElement(at: next[pair], to: Entry(place: number, weight: occurrence.weight))
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
