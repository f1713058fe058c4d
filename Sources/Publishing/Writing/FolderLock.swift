#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A lock on an output folder, held as long as this lives and gone with the process, however it ends.
final class FolderLock: Sendable {
    /// What is locked where folders cannot be.
    static let fileName = "lock"

    private let descriptor: Int32

    /// Locks an open folder; nil when another process holds the lock.
    ///
    /// Where a file system cannot lock folders, a file in the build's own folder is locked instead; where it cannot lock at all,
    /// as some network shares, there is no lock.
    init?(folder: Int32, work: Int32) {
        if flock(folder, LOCK_EX | LOCK_NB) == 0 {
            descriptor = dup(folder)
            return
        }
        if errno == EWOULDBLOCK { return nil }
        descriptor = openat(work, Self.fileName, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { return }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(descriptor)
            return nil
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
