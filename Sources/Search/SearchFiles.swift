import Basics
import CasebookModel

/// All files with which a browser searches a collection without a server: a root, and others that it leads to.
///
/// A collection of up to ``smallSize`` cases has its texts in one file, which the browser looks through. For a larger one there
/// is an index in shards. What a query needs is found in two steps: the root has the hashes of lists, and each of these has the
/// hashes of some files. What the name of a file is follows from its hash and what it is for (``SearchFile``).
public struct SearchFiles: Sendable {
    /// Up to how many cases looking through all texts takes fewer bytes than an index.
    public static let smallSize = 200

    /// The file that leads to the others; the only one whose name stays as its content changes.
    public let root: [UInt8]
    /// Sorted by path.
    public let files: [SearchFile]

    /// Makes the files of a collection. The same on any number of threads.
    ///
    /// - Parameters:
    ///   - jobs: How many threads to use.
    ///   - hash: Says what a file holds in at least eight lower-case letters and digits.
    public init(_ collection: SearchableCollection, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        guard collection.cases.count > Self.smallSize else {
            let cases = 0..<collection.casebook.cases.count
            let texts = SearchFile(.texts, 0, TextFile.bytes(of: collection, cases: cases), hash)
            files = [texts]
            root = RootFile.bytes(of: collection, .texts(texts.hash))
            return
        }
        let indexed = IndexedTexts(collection, jobs: jobs, hash: hash)
        let postings = indexed.postings
        let bounds = IndexShard.bounds(of: postings, size: IndexShard.size(caseCount: collection.cases.count))
        let shards = concurrentMap(bounds.count, jobs: jobs) { number in
            let pairs = bounds[number]
            return SearchFile(.shard, Int(postings.keys[pairs.lowerBound]), IndexShard.bytes(of: postings, pairs: pairs), hash)
        }
        let facets = collection.casebook.taxonomies.indices.map {
            SearchFile(.facet, $0, FacetFile.bytes(of: collection, taxonomy: $0), hash)
        }
        let shardLists = ShardList.all(of: shards, firstKeys: bounds.map { postings.keys[$0.lowerBound] }, hash)
        root = RootFile.bytes(
            of: collection,
            .index(
                shards: shardLists.files.hashes, firstKeys: shardLists.firstKeys, texts: indexed.lists.hashes,
                facets: facets.hashes))
        files = (shards + shardLists.files + indexed.files + indexed.lists + facets).sorted { $0.path < $1.path }
    }
}
