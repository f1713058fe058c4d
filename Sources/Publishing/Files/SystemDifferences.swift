#if canImport(Glibc)
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
