import Foundation

#if canImport(Glibc)
import CLinux
#endif

/// Which file systems note for each file when it was last changed, in a time that no program can set.
///
/// FAT and exFAT have no such time and give the time of the last writing instead, which any program can set back. Some network shares
/// do the same. There, only the bytes of a file show whether it has changed.
enum ChangeTimes {
    /// How long it can take until a write through a memory map (`mmap`) changes the time of a file, in nanoseconds.
    ///
    /// Linux changes the time when a page is first written. Further writes change nothing until the page was stored, which happens
    /// after at most 35 seconds (`vm.dirty_expire_centisecs` and `vm.dirty_writeback_centisecs`).
    static let memoryMapDelay: Int64 = 40_000_000_000

    /// The number of a folder's file system; nil if its change times cannot be trusted.
    ///
    /// - Parameters:
    ///   - descriptor: An open folder.
    ///   - includesMemory: Whether file systems in memory are trusted, where writes through a memory map may never change the time.
    static func trustedDevice(of descriptor: Int32, includesMemory: Bool) -> UInt64? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, hasChangeTimes(descriptor, includesMemory: includesMemory) else { return nil }
        return FileStatus(status).device
    }

    #if canImport(Glibc)
    /// Numbers of file systems (`statfs(2)`) that note the time: ext2 to ext4, XFS, Btrfs, Bcachefs, F2FS, JFS, ReiserFS, ZFS, NFS,
    /// overlays, SquashFS, EROFS.
    private static let kinds: Set<UInt32> = [
        0xEF53, 0x5846_5342, 0x9123_683E, 0xCA45_1A4E, 0xF2F5_2010, 0x3153_464A, 0x5265_4973, 0x2FC1_2FC1, 0x6969,
        0x794C_7630, 0x7371_7368, 0xE0F5_E1E2,
    ]
    /// tmpfs and ramfs.
    private static let kindsInMemory: Set<UInt32> = [0x0102_1994, 0x8584_58F6]

    private static func hasChangeTimes(_ descriptor: Int32, includesMemory: Bool) -> Bool {
        let kind = UInt32(truncatingIfNeeded: file_system_kind(descriptor))
        return kinds.contains(kind) || includesMemory && kindsInMemory.contains(kind)
    }
    #else
    private static func hasChangeTimes(_ descriptor: Int32, includesMemory: Bool) -> Bool {
        var system = statfs()
        guard fstatfs(descriptor, &system) == 0 else { return false }
        let name = withUnsafeBytes(of: system.f_fstypename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return ["apfs", "hfs", "nfs"].contains(name)
    }
    #endif
}
