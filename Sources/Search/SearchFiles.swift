import Basics
import CasebookModel

/// The files with which a browser searches cases without a server: a root file, and the files that it leads to.
///
/// Up to ``smallSize`` cases have their texts in one file, which the browser searches as a whole. More cases have an index, divided
/// into shards. A query finds the files that it needs in two steps: the root file contains the hashes of lists, and each list contains
/// the hashes of some files. The name of a file follows from its kind, number and hash (``SearchFile``).
public struct SearchFiles: Sendable {
    /// The number of cases up to which all texts together are smaller than an index.
    public static let smallSize = 200

    /// The content of the file that leads to all others. It is the only file whose name does not depend on its content.
    public let root: [UInt8]
    /// All other files, sorted by path.
    public let files: [SearchFile]

    /// Creates the files for searchable cases. The result does not depend on the number of threads.
    ///
    /// - Parameters:
    ///   - searchable: The cases to search.
    ///   - jobs: The number of threads to use.
    ///   - hash: Returns a hash of the content of a file, at least eight lower-case letters and digits.
    public init(_ searchable: SearchableCases, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        guard searchable.cases.count > Self.smallSize else {
            let cases = 0..<searchable.casebook.cases.count
            let texts = SearchFile(.texts, 0, TextFile.bytes(of: searchable, cases: cases), hash)
            files = [texts]
            root = RootFile.bytes(of: searchable, forms: searchable.forms, .texts(texts.hash))
            return
        }
        let indexed = IndexedTexts(searchable, jobs: jobs, hash: hash)
        let postings = indexed.postings
        let bounds = IndexShard.bounds(of: postings, size: IndexShard.size(caseCount: searchable.cases.count))
        let shards = concurrentMap(bounds.count, jobs: jobs) { number in
            let pairs = bounds[number]
            return SearchFile(.shard, Int(postings.keys[pairs.lowerBound]), IndexShard.bytes(of: postings, pairs: pairs), hash)
        }
        let facets = searchable.casebook.taxonomies.indices.map {
            SearchFile(.facet, $0, FacetFile.bytes(of: searchable, taxonomy: $0), hash)
        }
        let shardLists = ShardList.all(of: shards, firstKeys: bounds.map { postings.keys[$0.lowerBound] }, hash)
        root = RootFile.bytes(
            of: searchable, forms: indexed.forms,
            .index(
                shards: shardLists.files.hashes, firstKeys: shardLists.firstKeys, texts: indexed.lists.hashes,
                facets: facets.hashes))
        files = (shards + shardLists.files + indexed.files + indexed.lists + facets).sorted { $0.path < $1.path }
    }
}
