import Basics
import Synchronization

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
        /// Synonyms and words of the glossary; its number is its place in the root file.
        case words = "w"
        /// The names of everything; there is only one.
        case names = "n"
        /// The dates of the cases; there is at most one.
        case dates = "d"
    }

    let hash: FileHash
    /// The path below the folder of the search, without the extension. The folder is the first letter of the hash.
    public let path: String
    private let content: Content

    /// The content of a file. Texts, which would need much memory, are created when they are asked for.
    private enum Content {
        case bytes([UInt8])
        case texts(SearchableCases, Range<Int>)
        case unchanged(UnchangedShards)
        /// Only the name is known.
        case missing
    }

    /// The content of the file. O(length).
    public var bytes: [UInt8] {
        switch content {
        case .bytes(let bytes): bytes
        case .texts(let searchable, let cases): TextFile.bytes(of: searchable, cases: cases)
        case .unchanged(let shards): shards.bytes(at: path)
        case .missing: []
        }
    }

    init(_ kind: Kind, _ number: Int, _ bytes: [UInt8]) {
        self.init(kind, number, FileHash(ContentHash(bytes)), .bytes(bytes))
    }

    /// Creates the file with the texts of some cases. The hash depends on everything that the file has.
    init(textsOf cases: Range<Int>, _ searchable: SearchableCases, hash: FileHash) {
        self.init(.texts, cases.lowerBound, hash, .texts(searchable, cases))
    }

    /// Creates a shard of which only the name is known.
    init(namedShard firstKey: UInt32, hash: FileHash) {
        self.init(.shard, Int(firstKey), hash, .missing)
    }

    /// Returns the same shard of an index in which it has not changed.
    func kept(_ shards: UnchangedShards) -> SearchFile {
        if case .bytes = content { return self }
        return SearchFile(hash: hash, path: path, content: .unchanged(shards))
    }

    private init(hash: FileHash, path: String, content: Content) {
        self.hash = hash
        self.path = path
        self.content = content
    }

    private init(_ kind: Kind, _ number: Int, _ hash: FileHash, _ content: Content) {
        self.hash = hash
        let letters = hash.letters
        path = "\(letters.prefix(1))/\(kind.rawValue)\(number)-\(letters.dropFirst())"
        self.content = content
    }
}

/// The part of a hash that is in the name of a file. It only has to distinguish files of the same kind and number.
struct FileHash: Sendable, Hashable {
    /// The number of letters of a hash.
    static let length = 5
    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuv")

    /// The lowest 25 bits of the whole hash.
    let value: UInt32

    init(value: UInt32) { self.value = value & (1 << 25 - 1) }

    init(_ hash: ContentHash) { self.init(value: UInt32(truncatingIfNeeded: hash.value)) }

    /// The hash in base32hex (RFC 4648, section 7) in lower case, since some file systems take upper and lower case for the same.
    var letters: String {
        String((0..<Self.length).map { Self.alphabet[Int(value >> (5 * UInt32(Self.length - 1 - $0)) & 31)] })
    }
}

extension Sequence<SearchFile> {
    /// The hashes of the files, joined: together with their kind and numbers, they give the names of the files.
    var hashes: String { map(\.hash.letters).joined() }
}

/// The shards that have not changed. Their content is only created, all at once, if somebody has removed a file.
final class UnchangedShards: Sendable {
    private let searchable: SearchableCases
    private let jobs: Int
    private let files = Mutex<[String: SearchFile]?>(nil)

    init(_ searchable: SearchableCases, jobs: Int) {
        self.searchable = searchable
        self.jobs = jobs
    }

    func bytes(at path: String) -> [UInt8] {
        files.withLock { files in
            if let files { return files[path]?.bytes ?? [] }
            let shards = IndexShard.all(of: Postings(CountedCases(searchable, jobs: jobs)), searchable, jobs: jobs).map(\.file)
            let known = Dictionary(shards.map { ($0.path, $0) }) { first, _ in first }
            files = known
            return known[path]?.bytes ?? []
        }
    }
}
