import Foundation

/// A file outside the site that a command writes, such as a report or an archive.
///
/// It is written under a temporary name and takes its own name when it is complete. If that does not happen, the temporary file is
/// removed and an older file of the name stays. Anything that is not a plain file, such as `/dev/stdout`, is written to directly.
public final class FileReplacement {
    private let path: String
    /// Nil if the file is written to directly, and after it was put in place.
    private var temporary: String?
    private let descriptor: Int32

    /// Creates the temporary file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - permissions: The permissions of a new file.
    /// - Throws: `unwritable`; `inTheWay` if there is a folder at the path.
    public init(_ path: String, permissions: mode_t = 0o644) throws(PublishingError) {
        self.path = path
        var status = stat()
        let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
        if kind == S_IFDIR { throw .inTheWay(path: path) }
        if kind == S_IFREG {
            let name = Disk.temporaryName(for: path)
            temporary = name
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
        } else {
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else {
            let code = errno
            temporary = nil
            throw .unwritable(path: path, code: code)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// Appends bytes.
    public func append(_ bytes: [UInt8]) throws(PublishingError) {
        guard bytes.withUnsafeBytes({ Disk.writeAll($0, to: descriptor) }) else {
            throw .unwritable(path: path, code: errno)
        }
    }

    /// Puts the complete file in place.
    ///
    /// - Parameter isFlushed: Whether the file is stored on disk first, so that it survives a power failure.
    public func finish(isFlushed: Bool = true) throws(PublishingError) {
        guard let name = temporary else { return }
        guard !isFlushed || Disk.flush(descriptor), rename(name, path) == 0 else { throw .unwritable(path: path, code: errno) }
        temporary = nil
        if isFlushed { Disk.flushParent(of: path) }
    }
}
