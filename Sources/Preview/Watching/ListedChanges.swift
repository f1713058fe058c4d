import Foundation

/// Waits for changes in some folders and the folders in them by looking at the status of all files in intervals.
///
/// The contents are not read. A change shows by the size, the times or the number of the file. Hidden files are left out.
package struct ListedChanges: Sendable {
    /// The interval is this many times as long as a look takes. So at most two percent of a processor are used for looking, and a slow
    /// network is not kept busy.
    private static let share = 50
    private static let longest = Duration.seconds(10)
    /// How long there must be no change before a series of changes is over, and how often that is waited for.
    private static let pause = (length: Duration.milliseconds(20), mostTimes: 10)

    private let roots: [String]
    private let shortest: Duration
    private var last: Listing
    /// How long to wait between two looks.
    private(set) var interval: Duration
    private var next: ContinuousClock.Instant

    /// Looks for the first time.
    ///
    /// - Parameters:
    ///   - roots: The paths of the folders.
    ///   - shortest: The shortest interval.
    package init(_ roots: [String], shortest: Duration = .milliseconds(500)) {
        self.roots = roots
        self.shortest = shortest
        last = Listing(roots)
        interval = shortest
        next = .now + shortest
    }

    /// Blocks until the next look, at most `limit` milliseconds.
    ///
    /// - Returns: What changed since the last look.
    package mutating func wait(limit: Int32 = 1_000) -> FolderChanges {
        let limit = Duration.milliseconds(limit)
        let rest = ContinuousClock.now.duration(to: next)
        Self.sleep(min(rest, limit))
        guard rest <= limit else { return .unchanged }
        let start = ContinuousClock.now
        let stamp = Listing.stamp(of: roots)
        interval = min(max(shortest, start.duration(to: .now) * Self.share), Self.longest)
        defer { next = .now + interval }
        guard stamp != last.stamp else { return .unchanged }
        var new = Listing(roots)
        for _ in 0..<Self.pause.mostTimes {
            Self.sleep(Self.pause.length)
            let later = Listing(roots)
            defer { new = later }
            if later.stamp == new.stamp { break }
        }
        defer { last = new }
        return new.changes(since: last)
    }

    private static func sleep(_ duration: Duration) {
        guard duration > .zero else { return }
        Thread.sleep(forTimeInterval: duration / .seconds(1))
    }
}

/// What was seen of some folders at one time.
private struct Listing: Sendable {
    /// A number that is the same while nothing changes.
    private(set) var stamp = 0
    /// The stamp of each file by its path.
    private var files: [String: Int] = [:]
    private var folders: Set<String> = []

    init(_ roots: [String]) {
        var files: [String: Int] = [:]
        var folders: Set<String> = []
        stamp = Self.walk(roots) { folder, name, stamp in
            guard let stamp else {
                folders.insert(folder)
                return
            }
            files["\(folder)/\(String(cString: name))"] = stamp
        }
        self.files = files
        self.folders = folders
    }

    /// The stamp of folders. No path is built for it.
    static func stamp(of roots: [String]) -> Int { walk(roots) { _, _, _ in } }

    /// What is different now.
    func changes(since old: Listing) -> FolderChanges {
        guard folders == old.folders else { return .anything }
        var changed = Set(files.lazy.filter { old.files[$0.key] != $0.value }.map(\.key))
        for path in old.files.keys where files[path] == nil { changed.insert(path) }
        return changed.isEmpty ? .unchanged : .files(changed)
    }

    /// Visits all folders, and all files in them. Symbolic links are not followed.
    ///
    /// - Parameters:
    ///   - roots: The paths of the folders.
    ///   - visit: Gets each folder, and each file with its stamp.
    /// - Returns: The sum of all stamps, because the system may list files in any order.
    private static func walk(_ roots: [String], visit: (String, UnsafePointer<CChar>, Int?) -> Void) -> Int {
        var sum = 0
        var rest = roots
        while let folder = rest.popLast() {
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            // Closes the descriptor too.
            guard let stream = fdopendir(descriptor) else {
                close(descriptor)
                continue
            }
            defer { closedir(stream) }
            visit(folder, "", nil)
            let base = folder.hashValue
            sum &+= base
            while let entry = readdir(stream) {
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                        var status = stat()
                        guard name[0] != CChar(bitPattern: UInt8(ascii: ".")),
                            fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
                        else { return }
                        if status.st_mode & S_IFMT == S_IFDIR {
                            rest.append("\(folder)/\(String(cString: name))")
                        } else {
                            let stamp = Self.stamp(of: name, status, base)
                            sum &+= stamp
                            visit(folder, name, stamp)
                        }
                    }
                }
            }
        }
        return sum
    }

    private static func stamp(of name: UnsafePointer<CChar>, _ status: stat, _ base: Int) -> Int {
        #if os(Linux)
        let (content, any) = (status.st_mtim, status.st_ctim)
        #else
        let (content, any) = (status.st_mtimespec, status.st_ctimespec)
        #endif
        var hasher = Hasher()
        hasher.combine(base)
        hasher.combine(bytes: UnsafeRawBufferPointer(start: name, count: strlen(name)))
        hasher.combine(status.st_ino)
        hasher.combine(status.st_mode)
        hasher.combine(status.st_size)
        for time in [content.tv_sec, content.tv_nsec, any.tv_sec, any.tv_nsec] { hasher.combine(time) }
        return hasher.finalize()
    }
}
