import Basics
import Foundation
import Site

/// What a file system says about a file: enough to see that nobody has changed it since.
package struct FileStatus: Sendable, Hashable {
    /// The number of the file on its file system. It changes when another file takes the name.
    let number: UInt64
    /// In bytes.
    let size: Int64
    /// When the content was last changed, in nanoseconds since 1970.
    let modified: Int64

    init(number: UInt64, size: Int64, modified: Int64) {
        self.number = number
        self.size = size
        self.modified = modified
    }

    init(_ status: stat) {
        self.init(
            number: UInt64(status.st_ino), size: Int64(status.st_size), modified: Self.nanoseconds(status.contentChangeTime))
    }

    /// Whether a change of the file after `time` would change its status.
    ///
    /// File systems count time in steps, some in whole seconds, and two changes within one step have the same time.
    ///
    /// - Parameter time: In nanoseconds since 1970.
    func showsChanges(after time: Int64) -> Bool {
        Self.showsChanges(modified, after: time)
    }

    /// A number that changes whenever the file at a path is changed: a hash of its status and of when its status last changed.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - now: The current time in nanoseconds since 1970.
    /// - Returns: 0 if there is no file, or if it changed so recently that another change might not show.
    static func stamp(of path: String, now: Int64) -> UInt64 {
        var status = stat()
        guard lstat(path, &status) == 0 else { return 0 }
        let file = FileStatus(status)
        let changed = nanoseconds(status.statusChangeTime)
        guard file.showsChanges(after: now), showsChanges(changed, after: now) else { return 0 }
        var hash = ContentHash()
        hash.update(Int(truncatingIfNeeded: file.number))
        hash.update(Int(file.size))
        hash.update(Int(file.modified))
        hash.update(Int(changed))
        return hash.value
    }

    /// The current time in nanoseconds since 1970.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func showsChanges(_ changed: Int64, after time: Int64) -> Bool {
        let step: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return changed < time - step
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
