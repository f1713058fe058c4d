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
    package let size: Int64
    /// When the content was last changed, in nanoseconds since 1970. Programs can set it.
    package let modified: Int64
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
    package var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }

    /// A hash of everything.
    var fingerprint: UInt64 {
        let words = (
            device.littleEndian, number.littleEndian, UInt64(mode).littleEndian,
            UInt64(bitPattern: size).littleEndian, UInt64(bitPattern: modified).littleEndian,
            UInt64(bitPattern: changed).littleEndian
        )
        return withUnsafeBytes(of: words) { ContentHash.value(of: $0) }
    }

    /// Whether a change of the file after `time` would change its status.
    ///
    /// File systems count time in steps, some in whole seconds, and two changes within one step have the same time.
    ///
    /// - Parameter time: In nanoseconds since 1970.
    func showsChanges(after time: Int64) -> Bool {
        Self.showsChanges(modified, after: time) && Self.showsChanges(changed, after: time)
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
