#if canImport(Glibc)
import CLinux
import Glibc
#else
import Darwin
#endif
import Foundation

// Everything in which Linux and macOS differ for this module. All other files use what both systems have.

extension stat {
    /// When the content of the file was last changed.
    var contentChangeTime: timespec {
        #if canImport(Glibc)
        st_mtim
        #else
        st_mtimespec
        #endif
    }

    /// When the content, the name, the owner or the permissions of the file were last changed. No program can set it.
    var statusChangeTime: timespec {
        #if canImport(Glibc)
        st_ctim
        #else
        st_ctimespec
        #endif
    }
}

/// An open folder whose entries are being listed.
#if canImport(Glibc)
typealias FolderStream = OpaquePointer
#else
typealias FolderStream = UnsafeMutablePointer<DIR>
#endif

/// Stores what was written to an open file, or the entries of an open folder.
func storeFile(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
    fsync(descriptor)
    #else
    fcntl(descriptor, F_FULLFSYNC)
    #endif
}

/// Stores everything that was written to the file system of an open file or folder.
func storeFileSystem(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
    return syncfs(descriptor)
    #else
    sync()
    return fcntl(descriptor, F_FULLFSYNC)
    #endif
}

/// Renames a file or folder, unless the new name is taken: then it sets `errno` to EEXIST. Sets it to EINVAL, ENOSYS or ENOTSUP if
/// the file system cannot do both in one step.
package func renameToFreeName(_ folder: Int32, _ name: String, _ otherFolder: Int32, _ other: String) -> Int32 {
    #if canImport(Glibc)
    renameat2(folder, name, otherFolder, other, rename_only_to_free_name)
    #else
    renameatx_np(folder, name, otherFolder, other, UInt32(RENAME_EXCL))
    #endif
}

/// The file of the running program.
enum ExecutableFile {
    static var path: String {
        #if canImport(Glibc)
        "/proc/self/exe"
        #else
        Bundle.main.executablePath ?? ""
        #endif
    }
}
