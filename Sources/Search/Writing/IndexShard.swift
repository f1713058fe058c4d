/// A part of the index: how many pairs of characters (gamma), then the lists of these pairs, which follow one another.
///
/// A key is written as what was added to the first character (gamma, and one), then the second character: what was added to it
/// (gamma) behind the same first one, else its sixteen bits. The lists follow `PostingCode`, each entry's impact behind its gap as
/// that many ones and a zero, without the zero for the highest. A key is followed by its list; the first comes behind 0.
enum IndexShard {
    /// About how many bytes a shard has: the smaller, the less a query loads besides its own lists, and the more files there are.
    static func size(caseCount: Int) -> Int {
        caseCount > 10_000 ? 8_192 : 2_048
    }

    /// The bounds of the shards in a row of pairs: as many pairs as make about `size` bytes; a list that is larger stands with few
    /// others.
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

    /// About how many bytes a pair takes.
    private static func estimate(_ postings: Postings, _ pair: Int) -> Int {
        let count = postings.counts[pair]
        return (24 + count * (PostingCode.width(count: count, last: postings.lasts[pair]) + 3)) / 6
    }
}
