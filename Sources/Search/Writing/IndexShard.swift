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
    /// Returns the approximate size of a shard in bytes. Smaller shards mean fewer unneeded bytes per query, but more files.
    static func size(caseCount: Int) -> Int {
        caseCount > 10_000 ? 8_192 : 2_048
    }

    /// Returns the ranges of pairs of the shards. Each has about `size` bytes, or more if it has a longer list.
    static func bounds(of postings: Postings, size: Int) -> [Range<Int>] {
        var bounds: [Range<Int>] = []
        var start = 0
        var taken = 0
        for pair in postings.keys.indices {
            let bytes = estimate(postings, pair)
            if taken > 0, taken + bytes > size + size / 4 {
                bounds.append(start..<pair)
                start = pair
                taken = 0
            }
            taken += bytes
            if taken >= size {
                bounds.append(start..<pair + 1)
                start = pair + 1
                taken = 0
            }
        }
        if start < postings.keys.count { bounds.append(start..<postings.keys.count) }
        return bounds
    }

    /// Returns the content of the shard of some pairs.
    static func bytes(of postings: Postings, pairs: Range<Int>) -> [UInt8] {
        var text = BitText()
        text.append(gamma: UInt32(pairs.count))
        var previous: UInt32 = 0
        postings.forEach(of: pairs) { pair, entries in
            let key = postings.keys[pair]
            let added = key >> 16 - previous >> 16
            text.append(gamma: added + 1)
            if added == 0 {
                text.append(gamma: key & 0xFFFF - previous & 0xFFFF + 1)
            } else {
                text.append(key & 0xFFFF, count: 16)
            }
            previous = key
            append(entries, to: &text)
        }
        text.finish()
        return SearchScript.bytes(ofBits: text)
    }

    private static func append(_ entries: [UInt32], to text: inout BitText) {
        guard let last = entries.last else { return }
        let width = PostingCode.begin(count: entries.count, last: last >> 2, in: &text)
        var next: UInt32 = 0
        for entry in entries {
            text.append(rice: entry >> 2 - next, width: width)
            next = entry >> 2 + 1
            let impact = entry & 3
            text.append((1 << impact - 1) << (impact < 3 ? 1 : 0), count: Int(min(3, impact + 1)))
        }
    }

    /// Returns the approximate number of bytes of a pair.
    private static func estimate(_ postings: Postings, _ pair: Int) -> Int {
        let count = postings.counts[pair]
        return (24 + count * (PostingCode.width(count: count, last: postings.lasts[pair]) + 3)) / 6
    }
}
