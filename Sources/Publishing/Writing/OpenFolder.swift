#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open folder of an output. What is in it is reached through it by plain names, and no symbolic link is followed.
final class OpenFolder: Sendable {
    /// As people are told it.
    let path: String
    let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens the folder at a path that the user named, whose own links are followed.
    ///
    /// - Throws: `folderMissing`; `inTheWay` when it is a file; `unreadable`.
    convenience init(_ path: String) throws(PublishingError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .folderMissing(path: path)
            case ENOTDIR, ELOOP: throw .inTheWay(path: path)
            default: throw .unreadable(path: path, code: errno)
            }
        }
        self.init(path: path, descriptor: descriptor)
    }

    /// Makes a folder and those above it, as far as they are missing.
    static func makeAll(_ path: String) throws(PublishingError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
                throw errno == ENOTDIR ? .inTheWay(path: made) : .unwritable(path: made, code: errno)
            }
        }
    }

    /// A folder in this one; nil when there is nothing of that name.
    ///
    /// - Throws: `inTheWay` when it is a file or a link; `unreadable`.
    func folder(_ name: String) throws(PublishingError) -> OpenFolder? {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if opened >= 0 { return OpenFolder(path: shown(name), descriptor: opened) }
        switch errno {
        case ENOENT: return nil
        case ENOTDIR, ELOOP: throw .inTheWay(path: shown(name))
        default: throw .unreadable(path: shown(name), code: errno)
        }
    }

    /// A folder in this one, made if it is missing.
    func makeFolder(_ name: String) throws(PublishingError) -> OpenFolder {
        if let known = try folder(name) { return known }
        guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else {
            throw .unwritable(path: shown(name), code: errno)
        }
        guard let made = try folder(name) else { throw .unwritable(path: shown(name), code: ENOENT) }
        return made
    }

    /// Removes a folder in this one, if it is one and nothing is in it.
    func removeFolder(_ name: String) {
        unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// What is in the folder, sorted by name.
    func entries() throws(PublishingError) -> [Disk.Entry] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .unreadable(path: path, code: errno) }
        guard let stream = fdopendir(copy) else {
            close(copy)
            throw .unreadable(path: path, code: errno)
        }
        defer { closedir(stream) }
        return Disk.entries(of: stream) { [descriptor] name, status in
            fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW)
        }
    }

    /// The bytes of a file; nil when there is none.
    func read(_ name: String) throws(PublishingError) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP ? .inTheWay(path: shown(name)) : .unreadable(path: shown(name), code: errno)
        }
        defer { close(file) }
        guard let bytes = Disk.read(file) else {
            throw errno == EISDIR ? .inTheWay(path: shown(name)) : .unreadable(path: shown(name), code: errno)
        }
        return bytes
    }

    /// A file to read; nil when there is none.
    func file(_ name: String) throws(PublishingError) -> OpenFile? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file >= 0 { return OpenFile(path: shown(name), descriptor: file) }
        if errno == ENOENT { return nil }
        throw errno == ELOOP ? .inTheWay(path: shown(name)) : .unreadable(path: shown(name), code: errno)
    }

    /// Makes a file to write.
    ///
    /// - Parameter path: As people are told it.
    func create(_ name: String, as path: String) throws(PublishingError) -> OpenFile {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .unwritable(path: path, code: errno) }
        return OpenFile(path: path, descriptor: file)
    }

    /// Writes a file here under a name of the moment, then moves it to its name in another folder.
    ///
    /// - Returns: How it stands there.
    @discardableResult
    func write(
        _ bytes: [UInt8], to name: String, by temporary: String, in folder: OpenFolder
    ) throws(PublishingError) -> FileStatus {
        var file = try create(temporary, as: folder.shown(name))
        let status: FileStatus
        do throws(PublishingError) {
            try file.append(bytes)
            status = try file.close()
        } catch {
            discard(temporary)
            throw error
        }
        guard try move(temporary, to: name, in: folder) else { throw .inTheWay(path: folder.shown(name)) }
        return status
    }

    /// What stands at a name; nil where nothing does. A symbolic link is not followed.
    func status(of name: String) throws(PublishingError) -> stat? {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
        if errno == ENOENT { return nil }
        throw .unreadable(path: shown(name), code: errno)
    }

    /// Removes a file that was not to be kept, if it is there.
    func discard(_ name: String) {
        unlinkat(descriptor, name, 0)
    }

    /// Gives a file in this folder a second name; whether the file system could.
    func link(_ name: String, as other: String) -> Bool {
        linkat(descriptor, name, descriptor, other, 0) == 0
    }

    /// Moves a file to its name in another folder, in place of the file there; whether no folder stands in the way.
    func move(_ name: String, to other: String, in folder: OpenFolder) throws(PublishingError) -> Bool {
        if renameat(descriptor, name, folder.descriptor, other) == 0 { return true }
        let code = errno
        unlinkat(descriptor, name, 0)
        if code == EISDIR || code == ENOTDIR { return false }
        throw .unwritable(path: folder.shown(other), code: code)
    }

    /// Removes a file; nothing happens when there is none, or when a folder stands there.
    func remove(_ name: String) throws(PublishingError) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT || errno == EISDIR else {
            let code = errno
            var status = stat()
            let isFolder = fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if !isFolder { throw .unwritable(path: shown(name), code: code) }
            return
        }
    }

    /// A file of the folder as people are told it.
    func shown(_ name: String) -> String { "\(path)/\(name)" }
}
