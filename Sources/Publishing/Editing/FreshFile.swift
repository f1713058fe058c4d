import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Files beside the content that people hand to a command or ask it for.
public enum FreshFile {
    /// The bytes of a file.
    public static func read(_ path: String) throws(PublishingError) -> SourceFile {
        SourceFile(path: path, bytes: try Disk.read(path))
    }

    /// Writes a file where nothing is yet; nothing is left where that does not succeed.
    ///
    /// - Throws: `taken` when something is there; `unwritable`.
    public static func write(_ bytes: [UInt8], to path: String) throws(PublishingError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .taken(path: path) : .unwritable(path: path, code: errno)
        }
        let isWritten = bytes.withUnsafeBytes { Disk.write($0, to: descriptor) }
        let code = errno
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed else {
            unlink(path)
            throw .unwritable(path: path, code: isWritten ? errno : code)
        }
    }
}
