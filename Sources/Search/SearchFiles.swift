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
    /// What the next files for the same casebook can reuse; nil for few cases.
    public private(set) var index: SearchIndex?

    /// Creates the files for searchable cases. The result depends neither on the number of threads nor on what is reused.
    ///
    /// - Parameters:
    ///   - searchable: The cases to search.
    ///   - previous: The index of earlier files. Everything except the cases was the same: the taxonomies, the sections, the program.
    ///   - isUnchanged: Whether the case at an index of the casebook is the same as the earlier one at this index, and was searchable
    ///     if it is.
    ///   - jobs: The number of threads to use.
    public init(
        _ searchable: SearchableCases, reusing previous: SearchIndex? = nil,
        isUnchanged: (Int) -> Bool = { _ in false }, jobs: Int
    ) {
        let words = WordFiles(searchable.casebook)
        let dates = DateFile.file(searchable)
        let others = words.all + (dates.map { [$0] } ?? [])
        guard searchable.cases.count > Self.smallSize else {
            let cases = 0..<searchable.casebook.cases.count
            let texts = SearchFile(.texts, 0, TextFile.bytes(of: searchable, cases: cases))
            files = (others + [texts]).sorted { $0.path < $1.path }
            root = RootFile.bytes(of: searchable, forms: searchable.forms, words: words, dates: dates, .texts(texts.hash))
            index = nil
            return
        }
        let index = SearchIndex(searchable, after: previous, isUnchanged: isUnchanged, jobs: jobs)
        let texts = TextFile.all(of: index.entries, searchable)
        let lists = texts.map(TextList.file)
        let facets = searchable.casebook.taxonomies.indices.map {
            SearchFile(.facet, $0, FacetFile.bytes(of: searchable, taxonomy: $0))
        }
        let shards = index.shards.map(\.file)
        let shardLists = ShardList.all(of: index.shards)
        root = RootFile.bytes(
            of: searchable, forms: index.allForms, words: words, dates: dates,
            .index(
                shards: shardLists.files.hashes, firstKeys: shardLists.firstKeys, texts: lists.hashes, facets: facets.hashes))
        files = (shards + shardLists.files + texts.flatMap { $0.map(\.file) } + lists + facets + others)
            .sorted { $0.path < $1.path }
        self.index = index
    }

    /// The same files without what the next ones can reuse, which needs memory.
    public var withoutIndex: SearchFiles {
        var files = self
        files.index = nil
        return files
    }
}
