import Casebook

/// All files with which a browser searches a collection without a server: a root, and others that it names by their content.
///
/// A collection of up to ``smallSize`` cases has its texts in one file, which the browser looks through. For a larger one there
/// is an index in shards. What a query needs is found in two steps: the root names lists, each of which names ``listSize`` files.
public struct SearchFiles: Sendable {
    /// Up to how many cases looking through all texts takes fewer bytes than an index.
    public static let smallSize = 200
    /// How many files a list names.
    static let listSize = 64

    /// The file that names the others; the only one whose name stays as its content changes.
    public let root: [UInt8]
    /// Sorted by path, each once.
    public let files: [SearchFile]

    /// Makes the files of a collection. The same on any number of threads.
    ///
    /// - Parameters:
    ///   - jobs: How many threads to use.
    ///   - hash: Gives a name by what a file holds: lower-case letters and digits, at least three.
    public init(_ collection: SearchableCollection, jobs: Int, hash: @Sendable ([UInt8]) -> String) {
        let caseCount = collection.casebook.cases.count
        guard collection.cases.count > Self.smallSize else {
            let texts = SearchFile(name: hash, TextFile.bytes(of: collection, cases: 0..<caseCount))
            files = [texts]
            root = RootFile.bytes(of: collection, .texts(texts.name))
            return
        }
        let indexed = IndexedTexts(collection, jobs: jobs, hash: hash)
        let postings = indexed.postings
        let bounds = IndexShard.bounds(of: postings, size: collection.cases.count > 10_000 ? 8_192 : 4_096)
        let shards = concurrentMap(bounds.count, jobs: jobs) { number in
            SearchFile(folded: hash, IndexShard.bytes(of: postings, pairs: bounds[number]))
        }
        let texts = indexed.files
        let facets = collection.casebook.taxonomies.indices.map {
            SearchFile(folded: hash, FacetFile.bytes(of: collection, taxonomy: $0))
        }
        let shardLists = NameList.lists(of: shards, firstKeys: bounds.map { postings.keys[$0.lowerBound] }, hash)
        let textLists = NameList.lists(of: texts, firstKeys: nil, hash)
        root = RootFile.bytes(
            of: collection,
            .index(
                shards: shardLists.map(\.name),
                firstKeys: stride(from: 0, to: bounds.count, by: Self.listSize).map { postings.keys[bounds[$0].lowerBound] },
                texts: textLists.map(\.name), facets: facets.map(\.name)))
        files = SearchFile.distinct(shards + texts + facets + shardLists + textLists)
    }
}
