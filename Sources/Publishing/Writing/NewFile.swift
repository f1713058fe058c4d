#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that a command makes beside the site: a report, an archive. Written under another name and put in place when it is
/// whole; where that does not come about, nothing is left and what was there before stays.
///
/// What is no plain file, such as `/dev/stdout`, is written to directly.
public final class NewFile {
    private let path: String
    /// The name until the file is whole; nil where it is written to directly, and once it is in place.
    private var temporary: String?
    private let descriptor: Int32

    /// - Throws: `unwritable`; `inTheWay` when a folder stands there.
    public init(_ path: String) throws(PublishingError) {
        self.path = path
        var status = stat()
        let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
        if kind == S_IFDIR { throw .inTheWay(path: path) }
        if kind == S_IFREG {
            let name = "\(path).\(getpid()).part"
            temporary = name
            descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
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
    public func write(_ bytes: [UInt8]) throws(PublishingError) {
        guard bytes.withUnsafeBytes({ Disk.write($0, to: descriptor) }) else { throw .unwritable(path: path, code: errno) }
    }

    /// Puts the file in place.
    public func keep() throws(PublishingError) {
        guard let name = temporary else { return }
        guard rename(name, path) == 0 else { throw .unwritable(path: path, code: errno) }
        temporary = nil
    }
}
