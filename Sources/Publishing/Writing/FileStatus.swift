#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a file system tells of a file: enough to see that nobody has touched it since.
struct FileStatus: Sendable, Hashable {
    /// The number of the file on its file system. A file that was put in another's place has another one.
    let number: UInt64
    /// In bytes.
    let size: Int64
    /// The time of the last change of its content, in nanoseconds since 1970.
    let modified: Int64

    init(number: UInt64, size: Int64, modified: Int64) {
        self.number = number
        self.size = size
        self.modified = modified
    }

    init(_ status: stat) {
        #if canImport(Glibc)
        let time = status.st_mtim
        #else
        let time = status.st_mtimespec
        #endif
        self.init(number: UInt64(status.st_ino), size: Int64(status.st_size), modified: Self.nanoseconds(time))
    }

    /// The time of the last change of anything about a file, in nanoseconds since 1970. Nobody can set it.
    static func changed(_ status: stat) -> Int64 {
        #if canImport(Glibc)
        nanoseconds(status.st_ctim)
        #else
        nanoseconds(status.st_ctimespec)
        #endif
    }

    /// A time in nanoseconds.
    static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Whether a change after `time` would show in the status. File systems count time in steps, whole seconds on some, and two
    /// changes within a step have the same time.
    ///
    /// - Parameter time: In nanoseconds since 1970.
    func isSettled(before time: Int64) -> Bool {
        Self.isSettled(modified, before: time)
    }

    /// Whether a change after `time` would show in the time of the last change.
    static func isSettled(_ changed: Int64, before time: Int64) -> Bool {
        let step: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return changed < time - step
    }
}
