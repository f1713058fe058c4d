/// A file as it was read: its path, and its bytes without any check or decoding.
public struct SourceFile: Sendable, Hashable {
    /// The path as shown in messages, with `/` as separator, such as `content/cases/c001.md`.
    public let path: String
    /// The contents of the file.
    public let bytes: [UInt8]

    /// Creates a file with the given contents.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a file with a text as UTF-8.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
