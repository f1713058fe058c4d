#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that a build writes into, and nothing outside it.
///
/// Folders are opened once, without following symbolic links, and every file is reached through them, so that no link in the
/// output leads a write out of it. A file appears whole or not at all: it is written under another name and then renamed.
/// Used by several threads at a time.
final class OutputFolder: Sendable {
    /// As people are told it.
    let path: String
    /// What an earlier build wrote; empty in a new folder.
    let manifest: Manifest
    private let root: Int32
    private let folders: [String: Int32]
    private let work: Int32

    /// Opens a folder, making it and the folders below it that are missing, and locks it against other builds.
    ///
    /// - Parameter subfolders: The folders that files will be read in and written to, from what an earlier build wrote.
    init(path: String, subfolders: (Manifest) -> Set<String>) throws(PublishingError) {
        self.path = path
        var opened: [Int32] = []
        do throws(PublishingError) {
            try Self.makeFolders(path)
            root = try Self.openFolder(at: AT_FDCWD, path, shown: path, followsLinks: true)
            opened.append(root)
            guard flock(root, LOCK_EX | LOCK_NB) == 0 else {
                throw errno == EWOULDBLOCK ? .locked(path: path) : .unwritable(path: path, code: errno)
            }
            manifest = try Manifest.load(below: path)
            work = try Self.makeFolder(at: root, Manifest.folder, shown: "\(path)/\(Manifest.folder)")
            opened.append(work)
            var folders: [String: Int32] = [:]
            for name in subfolders(manifest).sorted() {
                var (parent, below) = (root, "")
                for part in name.split(separator: "/") {
                    below += below.isEmpty ? String(part) : "/\(part)"
                    if let known = folders[below] {
                        parent = known
                    } else {
                        parent = try Self.makeFolder(at: parent, String(part), shown: "\(path)/\(below)")
                        opened.append(parent)
                        folders[below] = parent
                    }
                }
            }
            self.folders = folders
        } catch {
            opened.forEach { close($0) }
            throw error
        }
    }

    deinit {
        folders.values.forEach { close($0) }
        close(work)
        close(root)
    }

    /// The bytes of a file; nil when there is none.
    func read(_ file: String) throws(PublishingError) -> [UInt8]? {
        guard let (folder, name) = locate(file) else { return nil }
        let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? .inTheWay(path: shown(file)) : .unreadable(path: shown(file), code: errno)
        }
        defer { close(descriptor) }
        guard let bytes = Disk.read(descriptor) else {
            throw errno == EISDIR ? .inTheWay(path: shown(file)) : .unreadable(path: shown(file), code: errno)
        }
        return bytes
    }

    /// Whether anything stands at a path, a link included.
    func exists(_ file: String) -> Bool {
        guard let (folder, name) = locate(file) else { return false }
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Puts a file in place, whole, whether there was one before or not.
    ///
    /// - Parameter worker: The number of the thread, so that threads do not share a name while they write.
    func write(_ bytes: [UInt8], to file: String, worker: Int = 0) throws(PublishingError) {
        guard let (folder, name) = locate(file) else { throw .unwritable(path: shown(file), code: ENOENT) }
        let temporary = "new-\(worker)"
        unlinkat(work, temporary, 0)
        let descriptor = openat(work, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: shown(file), code: errno) }
        let isWritten = Self.write(bytes, to: descriptor)
        var code = errno
        let isClosed = close(descriptor) == 0
        if isWritten, !isClosed { code = errno }
        guard isWritten, isClosed else {
            unlinkat(work, temporary, 0)
            throw .unwritable(path: shown(file), code: code)
        }
        guard renameat(work, temporary, folder, name) == 0 else {
            code = errno
            unlinkat(work, temporary, 0)
            throw code == EISDIR || code == ENOTDIR ? .inTheWay(path: shown(file)) : .unwritable(path: shown(file), code: code)
        }
    }

    /// Removes a file; nothing happens when there is none, or when a folder stands there.
    func remove(_ file: String) throws(PublishingError) {
        guard let (folder, name) = locate(file) else { return }
        guard unlinkat(folder, name, 0) == 0 || errno == ENOENT || errno == EISDIR || errno == EPERM else {
            throw .unwritable(path: shown(file), code: errno)
        }
    }

    /// Removes those of the subfolders that nothing is left in, deepest first.
    func removeEmptyFolders(_ names: some Sequence<String>) {
        for name in Set(names).sorted(by: >) {
            unlinkat(root, name, AT_REMOVEDIR)
        }
    }

    /// The path of a file as people are told it.
    func shown(_ file: String) -> String { "\(path)/\(file)" }

    private func locate(_ file: String) -> (folder: Int32, name: String)? {
        guard let slash = file.lastIndex(of: "/") else { return (root, file) }
        let (folder, name) = (String(file[..<slash]), String(file[file.index(after: slash)...]))
        if folder == Manifest.folder { return (work, name) }
        return folders[folder].map { ($0, name) }
    }

    private static func makeFolders(_ path: String) throws(PublishingError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
                throw errno == ENOTDIR ? .inTheWay(path: made) : .unwritable(path: made, code: errno)
            }
        }
    }

    private static func makeFolder(at parent: Int32, _ name: String, shown: String) throws(PublishingError) -> Int32 {
        guard mkdirat(parent, name, 0o755) == 0 || errno == EEXIST else {
            throw .unwritable(path: shown, code: errno)
        }
        return try openFolder(at: parent, name, shown: shown, followsLinks: false)
    }

    private static func openFolder(
        at parent: Int32, _ name: String, shown: String, followsLinks: Bool
    ) throws(PublishingError) -> Int32 {
        let descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            throw errno == ENOTDIR || errno == ELOOP ? .inTheWay(path: shown) : .unwritable(path: shown, code: errno)
        }
        return descriptor
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = UnsafeRawBufferPointer(buffer)
            while !rest.isEmpty {
                #if canImport(Glibc)
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #else
                let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}
