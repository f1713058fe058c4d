/// A file that a search in the browser loads.
///
/// Its name consists of its kind, its number and a hash of its content, so a changed file has a new name.
public struct SearchFile: Sendable {
    /// The kind of a file, and the letter with which its name begins.
    enum Kind: String {
        /// A part of the index; its number is its first key.
        case shard = "s"
        /// A list of shards; its number is the first key of the first one.
        case shardList = "k"
        /// Texts of cases; its number is that of the first case.
        case texts = "t"
        /// A list of files with texts; its number is that of the first case.
        case textList = "l"
        /// The cases of each term of a taxonomy; its number is that of the taxonomy.
        case facet = "f"
    }

    /// The number of characters of the hash in a name. It only has to distinguish files of the same kind and number.
    static let hashLength = 8

    let hash: String
    /// The path below the folder of the search, without the extension. The folder is the first two characters of the hash.
    public let path: String
    private let content: Content

    /// The content of a file. Texts, which would need much memory, are created when they are asked for.
    private enum Content {
        case bytes([UInt8])
        case texts(SearchableCases, Range<Int>)
    }

    /// The content of the file. O(length).
    public var bytes: [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .texts(let searchable, let cases): TextFile.bytes(of: searchable, cases: cases)
        }
    }

    init(_ kind: Kind, _ number: Int, _ bytes: [UInt8], _ hash: ([UInt8]) -> String) {
        self.init(kind, number, hash: hash(bytes), .bytes(bytes))
    }

    /// Creates the file with the texts of some cases, given the hash of its content.
    init(textsOf cases: Range<Int>, _ searchable: SearchableCases, hash: String) {
        self.init(.texts, cases.lowerBound, hash: hash, .texts(searchable, cases))
    }

    private init(_ kind: Kind, _ number: Int, hash: String, _ content: Content) {
        self.hash = String(hash.prefix(Self.hashLength))
        path = "\(hash.prefix(2))/\(kind.rawValue)\(number)-\(self.hash.dropFirst(2))"
        self.content = content
    }
}

extension Sequence<SearchFile> {
    /// The hashes of the files, joined: together with their kind and numbers, they give the names of the files.
    var hashes: String { map(\.hash).joined() }
}
