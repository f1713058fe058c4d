import Foundation

/// A lock on an output folder. It is held as long as the value lives, and the system removes it when the process ends.
final class FolderLock: Sendable {
    /// The file that is locked where a file system cannot lock folders.
    static let fileName = "lock"

    private let descriptor: Int32

    /// Locks an open folder; nil if another process holds the lock.
    ///
    /// If the file system cannot lock folders, a file in the build's own folder is locked instead. If it cannot lock at all, as some
    /// network shares cannot, there is no lock.
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
