/// For each pair of characters, the cases that have it and what it counts for in them.
struct Postings {
    /// Ascending.
    let keys: [UInt32]
    /// Where each pair's entries start, and at the end where the last one's end.
    let starts: [Int]
    /// A case's number, 30 bits, and the impact, 2 bits; pair after pair, in the order of the cases.
    let entries: [UInt32]

    /// Brings together what was counted in stretches of cases that follow one another. O(occurrences + pairs × log pairs).
    ///
    /// - Parameter first: The number of each stretch's first case.
    init(_ counters: [BigramCounter], first: [Int]) {
        let keys = Self.union(counters.map { $0.keys.sorted() })
        let numbers = counters.map { counter in Self.numbers(of: counter.keys, in: keys) }
        var starts = [Int](repeating: 0, count: keys.count + 1)
        for (counter, numbers) in zip(counters, numbers) {
            for occurrences in counter.cases {
                for occurrence in occurrences { starts[Int(numbers[occurrence.pair]) + 1] += 1 }
            }
        }
        for index in keys.indices { starts[index + 1] += starts[index] }
        let caseCount = counters.reduce(0) { $0 + $1.lengths.count }
        let impact = Impact(meanLength: counters.reduce(0) { $0 + $1.lengths.reduce(0, +) } / max(1, caseCount))
        var next = starts
        entries = [UInt32](unsafeUninitializedCapacity: starts[keys.count]) { entries, count in
            for (stretch, counter) in counters.enumerated() {
                for (offset, length) in counter.lengths.enumerated() {
                    let saturation = impact.saturation(length: length)
                    let number = UInt32(first[stretch] + offset) << 2
                    for occurrence in counter.cases[offset] {
                        let pair = Int(numbers[stretch][occurrence.pair])
                        let value = Impact.impact(occurrences: occurrence.weight, saturation: saturation)
                        entries.initializeElement(at: next[pair], to: number | value)
                        next[pair] += 1
                    }
                }
            }
            count = starts[keys.count]
        }
        self.keys = keys
        self.starts = starts
    }

    /// All of some sorted lists, sorted, each once.
    private static func union(_ lists: [[UInt32]]) -> [UInt32] {
        var all = lists.flatMap { $0 }
        all.sort()
        var distinct: [UInt32] = []
        for key in all where key != distinct.last { distinct.append(key) }
        return distinct
    }

    /// Where each key stands among all.
    private static func numbers(of keys: [UInt32], in all: [UInt32]) -> [Int32] {
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        var numbers = [Int32](repeating: 0, count: keys.count)
        var place = 0
        for index in order {
            while all[place] < keys[index] { place += 1 }
            numbers[index] = Int32(place)
        }
        return numbers
    }
}
