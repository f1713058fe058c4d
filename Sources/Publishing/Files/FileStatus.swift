import Basics
import Foundation

/// What a file system says about a file: enough to see that nobody has changed it since.
package struct FileStatus: Sendable, Hashable {
    /// The number of the file system.
    let device: UInt64
    /// The number of the file on its file system. It changes when another file takes the name.
    let number: UInt64
    /// The kind of the file and its permissions.
    let mode: UInt32
    /// In bytes.
    let size: Int64
    /// When the content was last changed, in nanoseconds since 1970. Programs can set it.
    let modified: Int64
    /// When anything about the file was last changed, in nanoseconds since 1970. No program can set it, but some file systems do not
    /// keep it (``ChangeTimes``).
    let changed: Int64

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(status.st_ino)
        mode = UInt32(status.st_mode)
        size = Int64(status.st_size)
        modified = Self.nanoseconds(status.contentChangeTime)
        changed = Self.nanoseconds(status.statusChangeTime)
    }

    /// Whether it is a folder.
    var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }

    /// A hash of everything.
    var fingerprint: UInt64 {
        var hash = ContentHash()
        hash.update(Int(truncatingIfNeeded: device))
        hash.update(Int(truncatingIfNeeded: number))
        hash.update(Int(mode))
        hash.update(Int(size))
        hash.update(Int(modified))
        hash.update(Int(changed))
        return hash.value
    }

    /// Whether a change of the file after `time` would change its status.
    ///
    /// File systems count time in steps, some in whole seconds, and two changes within one step have the same time.
    ///
    /// - Parameter time: In nanoseconds since 1970.
    func showsChanges(after time: Int64) -> Bool {
        Self.showsChanges(modified, after: time) && Self.showsChanges(changed, after: time)
    }

    /// A number that changes whenever the file at a path is changed: a hash of its status and, where that may not show a change, of
    /// its bytes.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - now: The time from which on changes have to show, in nanoseconds since 1970.
    ///   - device: The file system whose change times can be trusted (``ChangeTimes``), if there is one.
    /// - Returns: 0 if there is no file or if it cannot be read.
    static func stamp(of path: String, now: Int64, trusting device: UInt64?) -> UInt64 {
        var status = stat()
        guard lstat(path, &status) == 0 else { return 0 }
        let file = FileStatus(status)
        if file.device == device, file.showsChanges(after: now) { return file.fingerprint }
        guard let bytes = try? Disk.bytes(of: path) else { return 0 }
        var hash = ContentHash()
        hash.update(Int(truncatingIfNeeded: file.fingerprint))
        hash.update(Int(truncatingIfNeeded: ContentHash(bytes).value))
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
