/// Counts the pairs of adjacent characters in the texts of cases.
///
/// The hash table of all pairs knows where the last count of each pair is, so counting needs no sorting: the count of a pair in a case
/// is one step away.
struct BigramCounter {
    /// The weighted count of a pair in a case.
    struct Occurrence {
        /// The pair's index in the table, 24 bits, and the weighted count, 8 bits.
        private var packed: UInt32

        init(slot: Int, weight: UInt8) { packed = UInt32(truncatingIfNeeded: slot) << 8 | UInt32(weight) }

        var slot: Int { Int(packed >> 8) }
        var weight: UInt8 { UInt8(truncatingIfNeeded: packed) }

        mutating func add(_ weight: UInt8) {
            packed += min(UInt32(weight), 255 - packed & 255)
        }
    }

    /// An entry of the table.
    struct Slot {
        /// The characters of the pair, the first one in the upper half; 0 for a free entry.
        var key: UInt32 = 0
        /// The index of the pair's last occurrence.
        var last: Int32 = -1
    }

    /// The counts of a case.
    struct Counted {
        /// The number of the case.
        let number: Int
        /// The end of its occurrences, which start at the end of those of the case before.
        var end: Int
        /// The number of its pairs with repetitions.
        var length = 0
    }

    /// The table of pairs, with open addressing.
    private(set) var slots = [Slot](repeating: Slot(), count: 1 << 16)
    /// How many pairs the table has.
    private(set) var pairCount = 0
    /// The counts of all cases, one case after the other, and free space.
    private var occurrences: [Occurrence] = []
    private var occurrenceCount = 0
    /// The cases, in the order in which they were counted.
    private(set) var cases: [Counted] = []
    /// The start of the occurrences of the current case.
    private var start = 0

    /// The most code units that are counted at a time.
    private static let portion = 1 << 14

    /// Starts a case. Numbers must ascend.
    mutating func beginCase(_ number: Int) {
        start = occurrenceCount
        cases.append(Counted(number: number, end: start))
    }

    /// Ends the case and returns the number of its pairs with repetitions.
    @discardableResult
    mutating func endCase() -> Int {
        cases[cases.count - 1].end = occurrenceCount
        return cases[cases.count - 1].length
    }

    /// Calls a closure with the counts of all cases.
    func withOccurrences<Result>(_ body: (UnsafeBufferPointer<Occurrence>) -> Result) -> Result {
        occurrences.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<occurrenceCount])) }
    }

    /// Counts the pairs in a normalized text of the case.
    mutating func add(_ units: [UInt16], weight: UInt8) {
        cases[cases.count - 1].length += units.count
        for first in stride(from: 0, to: units.count, by: Self.portion) {
            let range = first..<min(first + Self.portion, units.count)
            reserve(range.count)
            units.withUnsafeBufferPointer { count(range, of: $0, weight: weight) }
        }
    }

    /// Counts the pairs that start in a range. There is room for them.
    private mutating func count(_ range: Range<Int>, of units: UnsafeBufferPointer<UInt16>, weight: UInt8) {
        let mask = slots.count - 1
        let separator = UInt32(SearchText.separator)
        var (used, known) = (occurrenceCount, pairCount)
        let start = start
        slots.withUnsafeMutableBufferPointer { slots in
            occurrences.withUnsafeMutableBufferPointer { occurrences in
                var unit = UInt32(units[range.lowerBound])
                for index in range {
                    let next = index + 1 < units.count ? UInt32(units[index + 1]) : separator
                    let key = unit << 16 | next
                    let isSeparator = unit == separator
                    unit = next
                    if isSeparator { continue }
                    var slot = Self.firstIndex(of: key) & mask
                    while slots[slot].key != key {
                        if slots[slot].key == 0 {
                            slots[slot].key = key
                            known += 1
                            break
                        }
                        slot = (slot + 1) & mask
                    }
                    let last = Int(slots[slot].last)
                    if last >= start {
                        occurrences[last].add(weight)
                    } else {
                        slots[slot].last = Int32(truncatingIfNeeded: used)
                        occurrences[used] = Occurrence(slot: slot, weight: weight)
                        used += 1
                    }
                }
            }
        }
        occurrenceCount = used
        pairCount = known
    }

    /// Makes room for so many pairs.
    private mutating func reserve(_ count: Int) {
        if occurrences.count < occurrenceCount + count {
            let added = max(occurrences.count, count)
            occurrences.append(contentsOf: repeatElement(Occurrence(slot: 0, weight: 0), count: added))
        }
        while 2 * (pairCount + count) > slots.count { grow() }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        let mask = slots.count - 1
        var moved = [Int](repeating: 0, count: old.count)
        for (index, slot) in old.enumerated() where slot.key != 0 {
            var new = Self.firstIndex(of: slot.key) & mask
            while slots[new].key != 0 { new = (new + 1) & mask }
            slots[new] = slot
            moved[index] = new
        }
        for index in 0..<occurrenceCount {
            let occurrence = occurrences[index]
            occurrences[index] = Occurrence(slot: moved[occurrence.slot], weight: occurrence.weight)
        }
    }

    /// Returns the index at which the search for a key starts, before masking.
    @inline(__always)
    private static func firstIndex(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: UInt64(key) &* 0x9E37_79B9_7F4A_7C15 >> 32)
    }
}
