import Diagnostics

/// The table files of `knowhow import`: filled in ones are read, empty forms are created.
public enum TableFile {
    /// Reads a file.
    ///
    /// - Throws: `unreadable`.
    public static func read(_ path: String) throws(PublishingError) -> SourceFile {
        SourceFile(path: path, bytes: try Disk.bytes(of: path))
    }

    /// Creates a file that must not exist yet. If it cannot be written completely, no file is left.
    ///
    /// - Throws: `taken` if there is a file already; `unwritable`.
    public static func create(_ path: String, with bytes: [UInt8]) throws(PublishingError) {
        try Disk.create(path, with: bytes)
    }
}
