/// Counts the pairs of neighbouring characters in the texts of some cases.
///
/// A pair is known by a number of its own, given in the order of first sight, so that counting sorts nothing: what a case has of a
/// pair is one step away.
struct BigramCounter {
    /// What a case has of a pair.
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

    /// A pair's characters, the first one in the upper half.
    private(set) var keys: [UInt32] = []
    /// What the cases have, case after case.
    private(set) var occurrences: [Occurrence] = []
    /// Where the occurrences of each case end.
    private(set) var ends: [Int] = []
    /// How many pairs each case has, with repetitions.
    private(set) var lengths: [Int] = []

    /// For each pair, the place of its last occurrence.
    private var last: [Int32] = []
    /// Open addressing over `keys`: the number of a pair and one, 0 for a free place.
    private var table: [UInt32]
    private var mask: Int

    init() {
        let capacity = 1 << 15
        table = [UInt32](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    /// Goes on with the next case.
    mutating func beginCase() {
        lengths.append(0)
    }

    mutating func endCase() {
        ends.append(occurrences.count)
    }

    /// Counts the pairs of a normalized text of the case.
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
        var place = Self.place(of: key) & mask
        while table[place] != 0 {
            let number = Int(table[place]) - 1
            if keys[number] == key { return number }
            place = (place + 1) & mask
        }
        keys.append(key)
        last.append(-1)
        table[place] = UInt32(keys.count)
        if keys.count * 2 > table.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: 2 * table.count)
        mask = table.count - 1
        for (number, key) in keys.enumerated() {
            var place = Self.place(of: key) & mask
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = UInt32(number + 1)
        }
    }

    private static func place(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: UInt64(key) &* 0x9E37_79B9_7F4A_7C15 >> 32)
    }
}
