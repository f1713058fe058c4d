#if os(Linux)
import CLinux
import Foundation

/// File systems on which the system reports only changes that are made through it, and not those made elsewhere: by another computer,
/// or by Windows in the folders that WSL shows.
package enum SilentFileSystem {
    /// Their numbers in `statfs(2)`. The numbers are from `linux/magic.h` unless another file of the kernel is named.
    ///
    /// WSL 2 shows the drives of Windows by 9P or virtiofs. virtiofs, sshfs, rclone and most shared folders of virtual machines have the
    /// number of FUSE.
    private static let kinds: Set<UInt32> = [
        0x0102_1997,  // V9FS_MAGIC
        0x6573_5546,  // FUSE_SUPER_MAGIC
        0x517B,  // SMB_SUPER_MAGIC
        0xFF53_4D42,  // CIFS_SUPER_MAGIC
        0xFE53_4D42,  // SMB2_SUPER_MAGIC
        0x6969,  // NFS_SUPER_MAGIC
        0x6B41_4653,  // AFS_FS_MAGIC
        0x786F_4256,  // VBOXSF_SUPER_MAGIC (fs/vboxsf/super.c)
        0x00C3_6400,  // CEPH_SUPER_MAGIC (include/linux/ceph/ceph_fs.h)
    ]

    /// Whether a folder is on such a file system. A folder that cannot be opened is not.
    package static func holds(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return isSilent(kind: file_system_kind(descriptor))
    }

    /// Whether a number is that of such a file system.
    static func isSilent(kind: Int) -> Bool { kinds.contains(UInt32(truncatingIfNeeded: kind)) }
}
#endif
