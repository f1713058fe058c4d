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
    /// For each case, what it has; each list of its own, so that none takes more room than it needs.
    private(set) var cases: [[Occurrence]] = []
    /// How many pairs each case has, with repetitions.
    private(set) var lengths: [Int] = []

    /// What the case has so far.
    private var current: [Occurrence] = []
    /// For each pair, the last case that has it and the place among what that one has.
    private var last: [(number: Int32, place: Int32)] = []
    /// Open addressing over `keys`: the number of a pair and one, 0 for a free place.
    private var table: [UInt32]
    private var mask: Int

    init() {
        let capacity = 1 << 16
        table = [UInt32](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    /// Goes on with the next case.
    mutating func beginCase() {
        lengths.append(0)
    }

    mutating func endCase() {
        cases.append(current.withUnsafeBufferPointer { Array($0) })
        current.removeAll(keepingCapacity: true)
    }

    /// Counts the pairs of a normalized text of the case.
    mutating func add(_ units: ArraySlice<UInt16>, weight: UInt8) {
        guard !units.isEmpty else { return }
        let number = Int32(cases.count)
        units.withUnsafeBufferPointer { units in
            for index in units.indices where units[index] != SearchText.separator {
                let next = index + 1 < units.count ? units[index + 1] : SearchText.separator
                let pair = pairNumber(UInt32(units[index]) << 16 | UInt32(next))
                if last[pair].number == number {
                    current[Int(last[pair].place)].add(weight)
                } else {
                    last[pair] = (number, Int32(current.count))
                    current.append(Occurrence(pair: UInt32(pair), weight: weight))
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
        last.append((-1, 0))
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
