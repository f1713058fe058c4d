import Basics

/// Writes a shard: a part of the index with consecutive pairs of characters.
///
/// ```
/// shard   = count *( first second list )
/// count   = the number of pairs, in gamma code
/// first   = the difference of the first character to that of the pair before (0 at the start) plus one, in gamma code
/// second  = if the difference is 0, the difference of the second character in gamma code; else its sixteen bits
/// list    = as in ``PostingCode``; an impact of n is n ones and a zero, and the highest impact has no zero
/// ```
enum IndexShard {
    /// A shard and the pairs in it.
    struct Written: Sendable {
        let firstKey: UInt32
        let pairCount: UInt32
        let file: SearchFile
    }

    /// Returns the approximate size of a shard in bytes. Smaller shards mean fewer unneeded bytes per query, but more files.
    static func size(caseCount: Int) -> Int {
        switch caseCount {
        case ...5_000: 2_048
        case ...10_000: 4_096
        default: 8_192
        }
    }

    /// Returns all shards of an index.
    ///
    /// - Parameters:
    ///   - postings: The index.
    ///   - searchable: The cases in it.
    ///   - reused: Returns a known shard with the pairs of a range, if it has the same content.
    ///   - jobs: The number of threads.
    static func all(
        of postings: Postings, _ searchable: SearchableCases,
        reusing reused: @Sendable (Range<Int>) -> SearchFile? = { _ in nil },
        jobs: Int
    ) -> [Written] {
        let bounds = bounds(of: postings, size: size(caseCount: searchable.cases.count))
        return concurrentMap(bounds.count, jobs: jobs) { number in
            let pairs = bounds[number]
            let firstKey = postings.keys[pairs.lowerBound]
            let file = reused(pairs) ?? SearchFile(.shard, Int(firstKey), bytes(of: postings, pairs: pairs))
            return Written(firstKey: firstKey, pairCount: UInt32(pairs.count), file: file)
        }
    }

    /// Returns the ranges of pairs of the shards. Each has about `size` bytes, or more if it has a longer list.
    ///
    /// A shard ends before the pair with the lowest hash of those before which it may end, so that a change in one shard changes the
    /// bounds of few others.
    static func bounds(of postings: Postings, size: Int) -> [Range<Int>] {
        let (least, most) = (size * 3 / 4, size * 5 / 4)
        let keys = postings.keys
        var bounds: [Range<Int>] = []
        var start = 0
        var pair = 0
        var taken = 0
        var best: (end: Int, hash: UInt32)?
        while pair < keys.count {
            let bytes = estimate(postings, pair)
            if taken > 0, taken + bytes > most {
                let end = best?.end ?? pair
                bounds.append(start..<end)
                (start, pair, taken, best) = (end, end, 0, nil)
                continue
            }
            taken += bytes
            pair += 1
            if taken >= least, pair < keys.count {
                let hash = hash(keys[pair])
                if best.map({ hash < $0.hash }) ?? true { best = (pair, hash) }
            }
        }
        if start < keys.count { bounds.append(start..<keys.count) }
        return bounds
    }

    private static func hash(_ key: UInt32) -> UInt32 {
        let mixed = (key ^ key >> 15) &* 0x2C1B_3C6D
        return (mixed ^ mixed >> 12) &* 0x297A_2D39
    }

    /// Returns the content of the shard of some pairs.
    static func bytes(of postings: Postings, pairs: Range<Int>) -> [UInt8] {
        var text = BitText()
        text.append(gamma: UInt32(pairs.count))
        var previous: UInt32 = 0
        let lists = postings.lists(of: pairs)
        lists.entries.withUnsafeBufferPointer { entries in
            for (offset, pair) in pairs.enumerated() {
                let key = postings.keys[pair]
                let added = key >> 16 - previous >> 16
                text.append(gamma: added + 1)
                if added == 0 {
                    text.append(gamma: key & 0xFFFF - previous & 0xFFFF + 1)
                } else {
                    text.append(key & 0xFFFF, count: 16)
                }
                previous = key
                append(UnsafeBufferPointer(rebasing: entries[lists.starts[offset]..<lists.starts[offset + 1]]), to: &text)
            }
        }
        text.finish()
        return SearchScript.bytes(ofBits: text)
    }

    private static func append(_ entries: UnsafeBufferPointer<UInt32>, to text: inout BitText) {
        guard let last = entries.last else { return }
        let width = PostingCode.begin(count: entries.count, last: last >> 2, in: &text)
        var next: UInt32 = 0
        for entry in entries {
            let impact = entry & 3
            text.append(
                rice: entry >> 2 - next, width: width, then: (1 << impact - 1) << (impact < 3 ? 1 : 0),
                count: Int(min(3, impact + 1)))
            next = entry >> 2 + 1
        }
    }

    /// Returns the approximate number of bytes of a pair.
    private static func estimate(_ postings: Postings, _ pair: Int) -> Int {
        let count = Int(postings.counts[pair])
        return (24 + count * (PostingCode.width(count: count, last: postings.lasts[pair]) + 3)) / 6
    }
}
