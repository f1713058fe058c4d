import Diagnostics

/// Writes the files that list shards of the index: their hashes, and their first keys as differences to the first key of the list
/// (``PostingCode``).
enum ShardList {
    /// The number of shards in a list.
    static let size = 32

    /// Returns the lists of all shards in order, with the first key of each list.
    static func all(of shards: [IndexShard.Written]) -> (files: [SearchFile], firstKeys: [UInt32]) {
        let starts = Array(stride(from: 0, to: shards.count, by: size))
        let files = starts.map { start in
            let range = start..<min(start + size, shards.count)
            let first = shards[start].firstKey
            var keys = BitText()
            PostingCode.append(shards[range].map { Int($0.firstKey - first) }, to: &keys)
            keys.finish()
            let bytes = SearchScript.bytes { json in
                json.array { json in
                    json.string(shards[range].map(\.file).hashes)
                    json.string(utf8: keys.bytes)
                }
            }
            return SearchFile(.shardList, Int(first), bytes)
        }
        return (files, starts.map { shards[$0].firstKey })
    }
}
