/// A file of the search index that is named by what it holds.
public struct SearchFile: Sendable {
    /// What other files call it by.
    let name: String
    /// Its path below the folder of the search, without the ending.
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

    /// A file that stands in the folder itself.
    init(name hash: ([UInt8]) -> String, _ bytes: [UInt8]) {
        name = hash(bytes)
        path = name
        content = .bytes(bytes)
    }

    /// One of many files, which stand in folders by the first two characters of their names.
    init(folded hash: ([UInt8]) -> String, _ bytes: [UInt8]) {
        self.init(folded: hash(bytes), .bytes(bytes))
    }

    /// One of many files of texts, by what its name is.
    init(texts name: String, _ collection: SearchableCollection, cases: Range<Int>) {
        self.init(folded: name, .texts(collection, cases))
    }

    private init(folded name: String, _ content: Content) {
        self.name = name
        path = "\(name.prefix(2))/\(name.dropFirst(2))"
        self.content = content
    }

    /// Files sorted by path, those of the same content once.
    static func distinct(_ files: [SearchFile]) -> [SearchFile] {
        var distinct: [SearchFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) where file.path != distinct.last?.path { distinct.append(file) }
        return distinct
    }
}
