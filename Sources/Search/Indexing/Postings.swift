import Basics

/// The index: for each pair of characters, the cases that contain it and its impact in them.
final class Postings: Sendable {
    /// The pairs, ascending.
    let keys: [UInt32]
    /// For each pair, the number of cases that contain it.
    let counts: [UInt32]
    /// For each pair, the last case that contains it.
    let lasts: [UInt32]
    private let groups: [PairCounts]
    private let groupSize: Int
    /// For each case, the saturation term (``Impact``).
    private let saturations: [UInt32]

    /// Creates the index of counted cases.
    convenience init(_ counted: CountedCases) {
        self.init(
            counted.groups, lengths: counted.entries.map { Int($0.length) }, groupSize: CountedCases.groupSize,
            impact: counted.impact)
    }

    /// Merges the counts of groups of cases. O(pairs of all groups × log groups).
    ///
    /// - Parameters:
    ///   - groups: The counts of each group.
    ///   - lengths: For each case, the number of its pairs with repetitions.
    ///   - groupSize: The number of cases in each group but the last one.
    ///   - impact: The weights of pairs.
    init(_ groups: [PairCounts], lengths: [Int], groupSize: Int, impact: Impact) {
        let keys = Self.union(groups.map(\.keys)[...])
        var counts = [UInt32](repeating: 0, count: keys.count)
        var lasts = [UInt32](repeating: 0, count: keys.count)
        keys.withUnsafeBufferPointer { keys in
            for (number, group) in groups.enumerated() {
                let start = UInt32(number * groupSize)
                var index = 0
                for pair in group.keys.indices {
                    let key = group.keys[pair]
                    while keys[index] < key { index += 1 }
                    let (first, end) = (group.starts[pair], group.starts[pair + 1])
                    counts[index] += end - first
                    lasts[index] = start + UInt32(group.entries[Int(end) - 1].index)
                }
            }
        }
        saturations = lengths.map(impact.saturation)
        self.keys = keys
        self.counts = counts
        self.lasts = lasts
        self.groups = groups
        self.groupSize = groupSize
    }

    /// The lists of some consecutive pairs.
    struct Lists {
        /// For each pair, the start of its entries; then the end of the last ones.
        var starts: [Int]
        /// The entries of each pair, in the order of the cases: the number of a case, 30 bits, and the impact, 2 bits.
        var entries: [UInt32]
    }

    /// Returns the lists of some consecutive pairs. O(their entries + groups × log pairs).
    func lists(of pairs: Range<Int>) -> Lists {
        guard !pairs.isEmpty else { return Lists(starts: [0], entries: []) }
        var starts = [0]
        starts.reserveCapacity(pairs.count + 1)
        for pair in pairs { starts.append(starts[starts.count - 1] + Int(counts[pair])) }
        var next = starts
        let total = starts[pairs.count]
        let (first, last) = (keys[pairs.lowerBound], keys[pairs.upperBound - 1])
        let entries = [UInt32](unsafeUninitializedCapacity: total) { entries, count in
            entries.initialize(repeating: 0)
            for (number, group) in groups.enumerated() {
                let start = group.keys.partitioningIndex { $0 >= first }
                fill(&entries, from: group, at: start, number * groupSize, through: last, pairs, &next)
            }
            count = total
        }
        return Lists(starts: starts, entries: entries)
    }

    /// Adds the entries of a group, whose pairs up to `last` start at an index.
    private func fill(
        _ entries: inout UnsafeMutableBufferPointer<UInt32>, from group: PairCounts, at start: Int, _ firstCase: Int,
        through last: UInt32, _ pairs: Range<Int>, _ next: inout [Int]
    ) {
        keys.withUnsafeBufferPointer { keys in
            saturations.withUnsafeBufferPointer { saturations in
                group.entries.withUnsafeBufferPointer { all in
                    var pair = pairs.lowerBound
                    var index = start
                    while index < group.keys.count, group.keys[index] <= last {
                        while keys[pair] < group.keys[index] { pair += 1 }
                        var position = next[pair - pairs.lowerBound]
                        for entry in all[Int(group.starts[index])..<Int(group.starts[index + 1])] {
                            let number = firstCase + entry.index
                            let impact = Impact.impact(occurrences: entry.weight, saturation: saturations[number])
                            entries[position] = UInt32(truncatingIfNeeded: number) << 2 | impact
                            position += 1
                        }
                        next[pair - pairs.lowerBound] = position
                        index += 1
                    }
                }
            }
        }
    }

    /// Returns the distinct numbers of ascending lists, ascending.
    private static func union(_ lists: ArraySlice<[UInt32]>) -> [UInt32] {
        guard lists.count > 1 else { return lists.first ?? [] }
        let middle = lists.startIndex + lists.count / 2
        let (left, right) = (union(lists[..<middle]), union(lists[middle...]))
        return [UInt32](unsafeUninitializedCapacity: left.count + right.count) { all, count in
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    var (one, other) = (0, 0)
                    while one < left.count, other < right.count {
                        let (mine, its) = (left[one], right[other])
                        all.initializeElement(at: count, to: min(mine, its))
                        count += 1
                        one += mine <= its ? 1 : 0
                        other += its <= mine ? 1 : 0
                    }
                    for rest in [UnsafeBufferPointer(rebasing: left[one...]), UnsafeBufferPointer(rebasing: right[other...])] {
                        for key in rest {
                            all.initializeElement(at: count, to: key)
                            count += 1
                        }
                    }
                }
            }
        }
    }
}

extension Postings {
    /// Returns the pairs, ascending, whose lists differ between two indexes with the same ``Impact``. O(entries of the groups that differ).
    static func differingKeys(_ old: CountedCases, _ new: CountedCases) -> [UInt32] {
        let impact = new.impact
        var keys: Set<UInt32> = []
        for number in 0..<max(old.groups.count, new.groups.count) {
            let (one, other) = (old.group(number), new.group(number))
            if let one, one === other { continue }
            let saturations = [old, new].map { counted in
                let start = number * CountedCases.groupSize
                return counted.entries.dropFirst(start).prefix(CountedCases.groupSize).map {
                    impact.saturation(length: Int($0.length))
                }
            }
            let (left, right) = (one?.keys ?? [], other?.keys ?? [])
            var (mine, its) = (0, 0)
            while mine < left.count || its < right.count {
                let leftKey = mine < left.count ? left[mine] : .max
                let rightKey = its < right.count ? right[its] : .max
                if leftKey == rightKey, let one, let other {
                    let (before, after) = (one.entries(of: mine), other.entries(of: its))
                    let isSame =
                        before.count == after.count
                        && zip(before, after).allSatisfy { before, after in
                            before.index == after.index
                                && Impact.impact(occurrences: before.weight, saturation: saturations[0][before.index])
                                    == Impact.impact(occurrences: after.weight, saturation: saturations[1][after.index])
                        }
                    if !isSame { keys.insert(leftKey) }
                    mine += 1
                    its += 1
                } else if leftKey < rightKey {
                    keys.insert(leftKey)
                    mine += 1
                } else {
                    keys.insert(rightKey)
                    its += 1
                }
            }
        }
        return keys.sorted()
    }
}

extension CountedCases {
    /// The counts of a group; nil if there are not so many groups.
    fileprivate func group(_ number: Int) -> PairCounts? {
        number < groups.count ? groups[number] : nil
    }
}
