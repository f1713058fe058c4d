/// A file of the search index that is named by what it holds.
public struct SearchFile: Sendable {
    /// What other files call it by.
    let name: String
    /// Its path below the folder of the search, without the ending.
    public let path: String
    public let bytes: [UInt8]

    /// A file that stands in the folder itself.
    init(name hash: ([UInt8]) -> String, _ bytes: [UInt8]) {
        name = hash(bytes)
        path = name
        self.bytes = bytes
    }

    /// One of many files, which stand in folders by the first two characters of their names.
    init(folded hash: ([UInt8]) -> String, _ bytes: [UInt8]) {
        name = hash(bytes)
        path = "\(name.prefix(2))/\(name.dropFirst(2))"
        self.bytes = bytes
    }

    /// Files sorted by path, those of the same content once.
    static func distinct(_ files: [SearchFile]) -> [SearchFile] {
        var distinct: [SearchFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) where file.path != distinct.last?.path { distinct.append(file) }
        return distinct
    }
}
