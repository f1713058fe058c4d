import Foundation
#if os(Linux)
import Glibc
#endif

/// Waits until something changes in some folders or in those below them.
///
/// On Linux the system tells of changes (inotify); elsewhere the folders are looked through several times a second. Either way a
/// folder that is missing, or comes later, does no harm.
struct FolderWatch: Sendable {
    private let roots: [String]
    #if os(Linux)
    private let descriptor: Int32
    /// Whether a folder was missing when last looked for. The system tells nothing of it until it is watched.
    private var isMissing = false
    private static let events =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
    #else
    private var last: [String] = []
    #endif
    /// How long nothing must happen before a burst of changes is over, in milliseconds.
    private static let calm: Int32 = 5
    /// How often the folders are looked through where the system does not tell, in milliseconds.
    private static let pace: Int32 = 200

    init(_ roots: [String]) {
        self.roots = roots
        #if os(Linux)
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        watchFolders()
        isMissing = !rootsExist
        #else
        last = listing()
        #endif
    }

    /// Blocks until there was a change and then none for a moment, or until `limit` milliseconds have passed.
    ///
    /// - Returns: Whether there was a change.
    mutating func wait(limit: Int32 = 1_000) -> Bool {
        #if os(Linux)
        guard descriptor >= 0 else { return Self.sleep(limit) }
        guard isReadable(within: isMissing ? min(limit, Self.pace) : limit) else { return isMissing && haveCome() }
        repeat { drain() } while isReadable(within: Self.calm)
        isMissing = !rootsExist
        // Folders may have come; watching one again changes nothing.
        watchFolders()
        return true
        #else
        _ = Self.sleep(min(limit, Self.pace))
        let now = listing()
        defer { last = now }
        return now != last
        #endif
    }

    private static func sleep(_ milliseconds: Int32) -> Bool {
        usleep(UInt32(milliseconds) * 1_000)
        return true
    }

    /// The folders and all below them that are no links, hidden ones left out.
    private func folders() -> [String] {
        var found: [String] = []
        var rest = roots
        while let folder = rest.popLast() {
            found.append(folder)
            guard let stream = opendir(folder) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
                guard isFolder else { continue }
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if !name.hasPrefix(".") { rest.append("\(folder)/\(name)") }
            }
        }
        return found
    }

    #if os(Linux)
    private var rootsExist: Bool { roots.allSatisfy { access($0, F_OK) == 0 } }

    /// Whether all folders are there now; then they are watched.
    private mutating func haveCome() -> Bool {
        guard rootsExist else { return false }
        isMissing = false
        watchFolders()
        return true
    }

    private func watchFolders() {
        for folder in folders() { inotify_add_watch(descriptor, folder, Self.events) }
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, milliseconds) > 0
    }

    private func drain() {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
    #else
    /// Every file with what the file system tells of it.
    private func listing() -> [String] {
        folders().flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { name in
                var status = stat()
                guard lstat("\(folder)/\(name)", &status) == 0 else { return "" }
                let time = status.st_mtimespec
                return "\(folder)/\(name) \(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
            }
        }
    }
    #endif
}
