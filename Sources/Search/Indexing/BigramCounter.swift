/// Counts the pairs of adjacent characters in the texts of cases.
///
/// Each pair has a number, given in the order in which pairs are first found, so counting needs no sorting: the count of a pair in a
/// case is one step away.
struct BigramCounter {
    /// The weighted count of a pair in a case.
    struct Occurrence {
        /// The pair's number, 24 bits, and the weighted count, 8 bits.
        private var packed: UInt32

        init(pair: UInt32, weight: UInt8) { packed = pair << 8 | UInt32(weight) }

        var pair: Int { Int(packed >> 8) }
        var weight: UInt8 { UInt8(truncatingIfNeeded: packed) }

        mutating func add(_ weight: UInt8) {
            packed += min(UInt32(weight), 255 - packed & 255)
        }
    }

    /// By pair: its characters, the first one in the upper half.
    private(set) var keys: [UInt32] = []
    /// The counts of all cases, one case after the other.
    private(set) var occurrences: [Occurrence] = []
    /// For each case, the end of its occurrences.
    private(set) var ends: [Int] = []
    /// For each case, the number of its pairs with repetitions.
    private(set) var lengths: [Int] = []

    /// For each pair, the index of its last occurrence.
    private var last: [Int32] = []
    /// A hash table over `keys` with open addressing: the number of a pair plus one, or 0 for a free entry.
    private var table: [UInt32]
    private var mask: Int

    init() {
        let capacity = 1 << 15
        table = [UInt32](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    /// Starts the next case.
    mutating func beginCase() {
        lengths.append(0)
    }

    /// Ends the case.
    mutating func endCase() {
        ends.append(occurrences.count)
    }

    /// Counts the pairs in a normalized text of the case.
    mutating func add(_ units: ArraySlice<UInt16>, weight: UInt8) {
        guard !units.isEmpty else { return }
        let start = ends.last ?? 0
        units.withUnsafeBufferPointer { units in
            for index in units.indices where units[index] != SearchText.separator {
                let next = index + 1 < units.count ? units[index + 1] : SearchText.separator
                let pair = pairNumber(UInt32(units[index]) << 16 | UInt32(next))
                if last[pair] >= start {
                    occurrences[Int(last[pair])].add(weight)
                } else {
                    last[pair] = Int32(occurrences.count)
                    occurrences.append(Occurrence(pair: UInt32(pair), weight: weight))
                }
            }
        }
        lengths[lengths.count - 1] += units.count
    }

    private mutating func pairNumber(_ key: UInt32) -> Int {
        var index = Self.firstIndex(of: key) & mask
        while table[index] != 0 {
            let number = Int(table[index]) - 1
            if keys[number] == key { return number }
            index = (index + 1) & mask
        }
        keys.append(key)
        last.append(-1)
        table[index] = UInt32(keys.count)
        if keys.count * 2 > table.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: 2 * table.count)
        mask = table.count - 1
        for (number, key) in keys.enumerated() {
            var index = Self.firstIndex(of: key) & mask
            while table[index] != 0 { index = (index + 1) & mask }
            table[index] = UInt32(number + 1)
        }
    }

    /// Returns the index at which the search for a key starts, before masking.
    private static func firstIndex(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: UInt64(key) &* 0x9E37_79B9_7F4A_7C15 >> 32)
    }
}
