import Foundation

// Linux reports changes (inotify). Elsewhere the files are listed several times a second.
#if os(Linux)
typealias FolderWatch = ReportedChanges
#else
typealias FolderWatch = ListedChanges
#endif

/// How often folders are looked for or listed if the system does not report changes, in milliseconds.
private let listingInterval: Int32 = 200

#if os(Linux)
/// Waits for changes in some folders and the folders in them, by inotify. A folder may be missing and appear later.
struct ReportedChanges: Sendable {
    private static let events =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
    /// How long there must be no change before a series of changes is over, in milliseconds.
    private static let pause: Int32 = 5

    private let roots: [String]
    private let descriptor: Int32
    /// Whether one of the folders was missing at the last look. The system cannot report when it appears.
    private var isFolderMissing = false

    init(_ roots: [String]) {
        self.roots = roots
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        watchFolders()
        isFolderMissing = !allExist
    }

    /// Blocks until something changed and then nothing for a moment, at most `limit` milliseconds.
    ///
    /// - Returns: Whether something changed.
    mutating func wait(limit: Int32 = 1_000) -> Bool {
        guard descriptor >= 0 else {
            usleep(UInt32(limit) * 1_000)
            return true
        }
        guard isReadable(within: isFolderMissing ? min(limit, listingInterval) : limit) else {
            return isFolderMissing && haveAppeared()
        }
        repeat { drain() } while isReadable(within: Self.pause)
        isFolderMissing = !allExist
        // There may be new folders. To watch one again changes nothing.
        watchFolders()
        return true
    }

    private var allExist: Bool { roots.allSatisfy { access($0, F_OK) == 0 } }

    /// Whether all folders exist now. If so, they are watched.
    private mutating func haveAppeared() -> Bool {
        guard allExist else { return false }
        isFolderMissing = false
        watchFolders()
        return true
    }

    private func watchFolders() {
        for folder in allFolders(in: roots) { inotify_add_watch(descriptor, folder, Self.events) }
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    private func drain() {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
}
#else
/// Waits for changes in some folders and the folders in them, by listing their files several times a second.
struct ListedChanges: Sendable {
    private let roots: [String]
    private var last: [String] = []

    init(_ roots: [String]) {
        self.roots = roots
        last = listing()
    }

    /// Blocks until the next look, at most `limit` milliseconds.
    ///
    /// - Returns: Whether something changed since the last look.
    mutating func wait(limit: Int32 = 1_000) -> Bool {
        usleep(UInt32(min(limit, listingInterval)) * 1_000)
        let now = listing()
        defer { last = now }
        return now != last
    }

    /// Every file with its number, its size and when it was changed.
    private func listing() -> [String] {
        allFolders(in: roots).flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { name in
                var status = stat()
                guard lstat("\(folder)/\(name)", &status) == 0 else { return "" }
                let time = status.st_mtimespec
                return "\(folder)/\(name) \(status.st_ino) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)"
            }
        }
    }
}
#endif

/// Some folders and all folders in them, without symbolic links and hidden folders.
private func allFolders(in roots: [String]) -> [String] {
    var found: [String] = []
    var rest = roots
    while let folder = rest.popLast() {
        found.append(folder)
        guard let stream = opendir(folder) else { continue }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            guard Int32(entry.pointee.d_type) == Int32(DT_DIR) else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { rest.append("\(folder)/\(name)") }
        }
    }
    return found
}
