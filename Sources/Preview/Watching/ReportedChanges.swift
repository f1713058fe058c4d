#if os(Linux)
import Foundation

/// Waits for changes in some folders and the folders in them, by inotify. A folder may be missing and appear later.
package struct ReportedChanges: Sendable {
    private static let events =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
    /// The events that can be about a file. With a further flag, they are about a folder, or something else has happened.
    private static let ofFiles =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
        | UInt32(IN_ATTRIB)
    /// How long there must be no change before a series of changes is over, in milliseconds.
    private static let pause: Int32 = 5
    /// How often folders that are missing are looked for, in milliseconds.
    private static let searchInterval: Int32 = 200

    private let roots: [String]
    private let descriptor: Int32
    /// The path of each watched folder by the number of its watch; nil if changes cannot be told apart, because a folder could not be
    /// watched or has two paths.
    private var folders: [Int32: String]? = [:]
    /// Whether one of the folders was missing at the last look. The system cannot report when it appears.
    private var isFolderMissing = false
    /// Why the system does not report all changes any more; nil while it does.
    private(set) var failure: PollingReason?

    /// Starts to watch.
    ///
    /// - Throws: Why the system cannot report changes.
    package init(_ roots: [String]) throws(PollingReason) {
        self.roots = roots
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        // inotify_init1(2), “ERRORS”
        guard descriptor >= 0 else { throw errno == EMFILE || errno == ENFILE ? .tooManyWatchers : .unavailable }
        watchFolders()
        if let failure {
            end()
            throw failure
        }
        isFolderMissing = !allExist
    }

    /// Ends watching.
    func end() { close(descriptor) }

    /// Blocks until something changed and then nothing for a moment, at most `limit` milliseconds.
    ///
    /// - Returns: What changed.
    package mutating func wait(limit: Int32 = 1_000) -> FolderChanges {
        guard isReadable(within: isFolderMissing ? min(limit, Self.searchInterval) : limit) else {
            return isFolderMissing && haveAppeared() ? .anything : .nothing
        }
        let wasFolderMissing = isFolderMissing
        var changes = Set<String>()
        var areKnown = true
        repeat { areKnown = readEvents(&changes) && areKnown } while isReadable(within: Self.pause)
        isFolderMissing = !allExist
        if areKnown, !isFolderMissing, !wasFolderMissing { return .files(changes) }
        // There may be new folders. To watch one again changes nothing.
        watchFolders()
        return .anything
    }

    private var allExist: Bool { roots.allSatisfy { access($0, F_OK) == 0 } }

    /// Whether all folders exist now. If so, they are watched.
    private mutating func haveAppeared() -> Bool {
        guard allExist else { return false }
        isFolderMissing = false
        watchFolders()
        return true
    }

    private mutating func watchFolders() {
        var folders: [Int32: String] = [:]
        var areDistinct = true
        for folder in allFolders(in: roots) {
            let watch = inotify_add_watch(descriptor, folder, Self.events)
            // inotify_add_watch(2), “ERRORS”; a folder that has gone meanwhile is no failure.
            if watch < 0, errno == ENOSPC || errno == ENOMEM { failure = .tooManyFolders }
            if watch < 0 || folders.updateValue(folder, forKey: watch) != nil { areDistinct = false }
        }
        self.folders = areDistinct ? folders : nil
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Reads what the system reports (inotify(7)).
    ///
    /// - Parameter changes: Gets the paths of files.
    /// - Returns: Whether nothing but these files changed. Events may be lost, and folders may come and go.
    private func readEvents(_ changes: inout Set<String>) -> Bool {
        var areKnown = folders != nil
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { return }
                var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                // Four numbers, the last of which is the length of the name, then the name and zero bytes.
                while rest.count >= 16 {
                    let watch = rest.loadUnaligned(as: Int32.self)
                    let mask = rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
                    let end = min(rest.count, 16 + Int(rest.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
                    let name = rest[16..<end].prefix { $0 != 0 }
                    if mask & Self.ofFiles == mask, let folder = folders?[watch], !name.isEmpty {
                        changes.insert("\(folder)/\(String(decoding: name, as: UTF8.self))")
                    } else {
                        areKnown = false
                    }
                    rest = UnsafeRawBufferPointer(rebasing: rest[end...])
                }
            }
        }
        return areKnown
    }
}

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
#endif
