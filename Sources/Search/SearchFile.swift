/// A file of the search: its name says what it is and, by a hash, what it holds.
public struct SearchFile: Sendable {
    /// What a file is for, and the letter with which its name begins.
    enum Kind: String {
        /// A part of the index; its number is its first key.
        case shard = "s"
        /// A list of shards; its number is its first key too.
        case shardList = "k"
        /// Texts of cases; its number is that of the first case.
        case texts = "t"
        /// A list of files of texts; its number is that of the first case too.
        case textList = "l"
        /// The cases of each term of a taxonomy; its number is that of the taxonomy.
        case facet = "f"
    }

    /// How many characters of a hash names have: two files of one kind and number have to differ, no more.
    static let hashLength = 8

    let hash: String
    /// Its path below the folder of the search, without the ending. Files stand in folders by the first two characters of the hash.
    public let path: String
    private let content: Content

    /// What a file holds: kept, or for texts, which are much, made again when it is asked for.
    private enum Content {
        case bytes([UInt8])
        case texts(SearchableCollection, Range<Int>)
    }

    /// O(length).
    public var bytes: [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .texts(let collection, let cases): TextFile.bytes(of: collection, cases: cases)
        }
    }

    init(_ kind: Kind, _ number: Int, _ bytes: [UInt8], _ hash: ([UInt8]) -> String) {
        self.init(kind, number, hash: hash(bytes), .bytes(bytes))
    }

    /// The texts of some cases, with the hash of what they are.
    init(textsOf cases: Range<Int>, _ collection: SearchableCollection, hash: String) {
        self.init(.texts, cases.lowerBound, hash: hash, .texts(collection, cases))
    }

    private init(_ kind: Kind, _ number: Int, hash: String, _ content: Content) {
        self.hash = String(hash.prefix(Self.hashLength))
        path = "\(hash.prefix(2))/\(kind.rawValue)\(number)-\(self.hash.dropFirst(2))"
        self.content = content
    }
}

extension Sequence<SearchFile> {
    /// The hashes one behind the other, as files name others whose kind and numbers are known.
    var hashes: String { map(\.hash).joined() }
}
