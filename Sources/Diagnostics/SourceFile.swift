/// A file as it was read: a path to show and the bytes, not yet looked at.
public struct SourceFile: Sendable, Hashable {
    /// The path as people are told it, with `/` between its parts, such as `content/cases/c001.md`.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
