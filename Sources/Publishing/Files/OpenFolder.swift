import Foundation

/// An open folder. Its entries are used by their plain names, and no symbolic link in it is followed.
package final class OpenFolder: Sendable {
    /// The path for messages.
    package let path: String
    package let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens the folder at a path that the user gave. Symbolic links in that path are followed.
    ///
    /// - Throws: `folderMissing`; `notFolder`; `inTheWay` if it is a link in a circle; `unreadable`.
    package convenience init(_ path: String) throws(PublishingError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw .folderMissing(path: path)
            case ENOTDIR: throw .notFolder(path: path)
            case ELOOP: throw .inTheWay(path: path)
            default: throw .unreadable(path: path, code: errno)
            }
        }
        self.init(path: path, descriptor: descriptor)
    }

    /// The path of an entry for messages.
    package func displayPath(of name: String) -> String { "\(path)/\(name)" }
}

/// Folders in the folder.
extension OpenFolder {
    /// Creates the missing folders of a path.
    package static func makeAll(_ path: String) throws(PublishingError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
                throw errno == ENOTDIR ? .inTheWay(path: made) : .unwritable(path: made, code: errno)
            }
        }
    }

    /// Opens a folder in this one; nil if there is no entry of that name.
    ///
    /// - Throws: `inTheWay` if it is a file or a link; `unreadable`.
    package func folder(_ name: String) throws(PublishingError) -> OpenFolder? {
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if opened >= 0 { return OpenFolder(path: displayPath(of: name), descriptor: opened) }
        switch errno {
        case ENOENT: return nil
        case ENOTDIR, ELOOP: throw .inTheWay(path: displayPath(of: name))
        default: throw .unreadable(path: displayPath(of: name), code: errno)
        }
    }

    /// Opens a folder in this one and creates it if it is missing.
    package func makeFolder(_ name: String) throws(PublishingError) -> OpenFolder {
        if let known = try folder(name) { return known }
        return try openNew(name, created: mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST)
    }

    /// Creates a folder in this one; nil if the name is taken.
    package func makeNewFolder(_ name: String) throws(PublishingError) -> OpenFolder? {
        let isCreated = mkdirat(descriptor, name, 0o755) == 0
        if !isCreated, errno == EEXIST { return nil }
        return try openNew(name, created: isCreated)
    }

    private func openNew(_ name: String, created: Bool) throws(PublishingError) -> OpenFolder {
        guard created else { throw .unwritable(path: displayPath(of: name), code: errno) }
        guard let made = try folder(name) else { throw .unwritable(path: displayPath(of: name), code: ENOENT) }
        return made
    }

    /// Removes a folder in this one if it is empty.
    package func removeFolder(_ name: String) {
        unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// Removes a folder in this one with everything in it. Symbolic links are removed and not followed.
    ///
    /// - Throws: `inTheWay` if it is a file or a link; `unreadable`; `unwritable`.
    package func removeTree(_ name: String) throws(PublishingError) {
        guard let tree = try folder(name) else { return }
        for entry in try tree.entries() {
            if entry.kind == .folder {
                try tree.removeTree(entry.name)
            } else {
                try tree.remove(entry.name)
            }
        }
        removeFolder(name)
    }

    /// Lists the folder, sorted by name.
    package func entries() throws(PublishingError) -> [Disk.Entry] {
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
}

/// Files in the folder.
extension OpenFolder {
    /// Reads a whole file; nil if there is none.
    ///
    /// - Throws: `inTheWay` if it is a folder or a link; `unreadable`.
    package func read(_ name: String) throws(PublishingError) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw errno == ELOOP
                ? .inTheWay(path: displayPath(of: name)) : .unreadable(path: displayPath(of: name), code: errno)
        }
        defer { close(file) }
        guard let bytes = Disk.bytes(from: file) else {
            throw errno == EISDIR
                ? .inTheWay(path: displayPath(of: name)) : .unreadable(path: displayPath(of: name), code: errno)
        }
        return bytes
    }

    /// Opens a file for reading; nil if there is none or if it cannot be read, for whatever reason.
    ///
    /// - Throws: `inTheWay` if it is a link.
    func readableFile(_ name: String) throws(PublishingError) -> OpenFile? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if file >= 0 { return OpenFile(path: displayPath(of: name), descriptor: file) }
        if errno == ELOOP { throw .inTheWay(path: displayPath(of: name)) }
        return nil
    }

    /// Creates a file for writing.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - displayPath: The path for messages, which may be that of the file this one will replace.
    package func create(_ name: String, displayPath: String) throws(PublishingError) -> OpenFile {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .unwritable(path: displayPath, code: errno) }
        return OpenFile(path: displayPath, descriptor: file)
    }

    /// Creates a file under a temporary name that only this program uses. A file of that name was left by an interrupted run and is
    /// removed first.
    ///
    /// - Parameters:
    ///   - temporary: The temporary name.
    ///   - name: The name of the file that this one will replace, for messages.
    package func createTemporary(_ temporary: String, for name: String) throws(PublishingError) -> OpenFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        var file = openat(descriptor, temporary, flags, 0o644)
        if file < 0, errno == EEXIST {
            discard(temporary)
            file = openat(descriptor, temporary, flags, 0o644)
        }
        guard file >= 0 else { throw .unwritable(path: displayPath(of: name), code: errno) }
        return OpenFile(path: displayPath(of: name), descriptor: file)
    }

    /// Writes a new file under its own name. If that fails, a part of it may be left.
    ///
    /// - Returns: Its status.
    func writeNew(_ bytes: [UInt8], to name: String) throws(PublishingError) -> FileStatus {
        var file = try create(name, displayPath: displayPath(of: name))
        try file.append(bytes)
        let status = file.status()
        try file.close()
        return if let status { status } else { try self.status(ofWritten: name) }
    }

    /// Writes a file under a temporary name, then gives it its own name, where it replaces an existing file.
    ///
    /// - Parameter isFlushed: Whether the file and its entry are stored on disk before this returns.
    package func write(
        _ bytes: [UInt8], to name: String, by temporary: String, isFlushed: Bool = false
    ) throws(PublishingError) {
        var file = try createTemporary(temporary, for: name)
        do throws(PublishingError) {
            try file.append(bytes)
            if isFlushed { try file.flush() }
            try file.close()
        } catch {
            discard(temporary)
            throw error
        }
        guard try move(temporary, to: name) else { throw .inTheWay(path: displayPath(of: name)) }
        if isFlushed { try flush() }
    }

    /// The status of a file that was written.
    ///
    /// - Throws: `unreadable`.
    func status(ofWritten name: String) throws(PublishingError) -> FileStatus {
        guard let entry = try entry(name) else { throw .unreadable(path: displayPath(of: name), code: ENOENT) }
        return entry.file
    }

    /// Stores the entries of the folder on disk, so that they survive a power failure.
    package func flush() throws(PublishingError) {
        guard Disk.flush(descriptor) else { throw .unwritable(path: path, code: errno) }
    }

    /// Stores everything that was written to the folder's file system on disk.
    package func flushFileSystem() throws(PublishingError) {
        guard Disk.flushFileSystem(descriptor) else { throw .unwritable(path: path, code: errno) }
    }

    /// What the file system says about an entry.
    package struct EntryStatus {
        package let kind: Disk.Entry.Kind
        package let permissions: mode_t
        package let file: FileStatus
    }

    /// The status of an entry; nil if there is none. A symbolic link is not followed.
    package func entry(_ name: String) throws(PublishingError) -> EntryStatus? {
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            return EntryStatus(kind: .init(status), permissions: status.st_mode & 0o7777, file: FileStatus(status))
        }
        if errno == ENOENT { return nil }
        throw .unreadable(path: displayPath(of: name), code: errno)
    }

    /// Sets the permissions of a file. Returns false and sets `errno` if that failed.
    @discardableResult
    package func setPermissions(_ permissions: mode_t, of name: String) -> Bool {
        fchmodat(descriptor, name, permissions, 0) == 0
    }

    /// Removes a temporary file if it exists.
    package func discard(_ name: String) {
        unlinkat(descriptor, name, 0)
    }

    /// Gives a file in this folder a second name, in this folder or another; false, with `errno` set, if the file system could not.
    func link(_ name: String, as other: String, in folder: OpenFolder? = nil) -> Bool {
        linkat(descriptor, name, (folder ?? self).descriptor, other, 0) == 0
    }

    /// Gives a file a second name that is not taken yet, or copies it where the file system has no second names.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - bytes: What the file holds, for the copy.
    ///   - other: The new name.
    /// - Returns: False if the other name is taken.
    /// - Throws: `unwritable`.
    package func linkOrCopy(_ name: String, holding bytes: [UInt8], as other: String) throws(PublishingError) -> Bool {
        if link(name, as: other) { return true }
        switch errno {
        case EEXIST: return false
        // The file systems of some memory sticks and network shares.
        case EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL, EMLINK: break
        case let code: throw .unwritable(path: displayPath(of: other), code: code)
        }
        guard try entry(other) == nil else { return false }
        var file = try create(other, displayPath: displayPath(of: other))
        do throws(PublishingError) {
            try file.append(bytes)
            try file.flush()
            try file.close()
        } catch {
            discard(other)
            throw error
        }
        return true
    }

    /// Gives a file another name, where it replaces an existing file.
    ///
    /// - Returns: False if there is a folder of that name. Then, and on an error, the moved file is removed.
    /// - Throws: `unwritable`.
    package func move(_ name: String, to other: String) throws(PublishingError) -> Bool {
        if renameat(descriptor, name, descriptor, other) == 0 { return true }
        let code = errno
        unlinkat(descriptor, name, 0)
        if code == EISDIR || code == ENOTDIR { return false }
        throw .unwritable(path: displayPath(of: other), code: code)
    }

    /// What became of a file or folder that should get a new place.
    enum Move {
        case done
        /// Something has the name already. Nothing was moved.
        case taken
        /// The file system could not, for the reason that `errno` gives. Nothing was moved.
        case failed(Int32)
    }

    /// Moves a file or folder to a name in a folder, where it replaces nothing.
    ///
    /// Some file systems cannot look and move in one step. There, an empty folder that appears at that very moment is replaced, or a
    /// file if the file system has no second names either.
    func move(_ name: String, toFreeName other: String, in folder: OpenFolder) -> Move {
        if renameToFreeName(descriptor, name, folder.descriptor, other) == 0 { return .done }
        guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else { return errno == EEXIST ? .taken : .failed(errno) }
        // A second name is never given to a folder.
        if link(name, as: other, in: folder) {
            discard(name)
            return .done
        }
        var status = stat()
        if fstatat(folder.descriptor, other, &status, AT_SYMLINK_NOFOLLOW) == 0 { return .taken }
        guard errno == ENOENT else { return .failed(errno) }
        if renameat(descriptor, name, folder.descriptor, other) == 0 { return .done }
        return [EEXIST, ENOTEMPTY, EISDIR, ENOTDIR].contains(errno) ? .taken : .failed(errno)
    }

    /// Removes a file. Nothing happens if there is none or if it is a folder.
    package func remove(_ name: String) throws(PublishingError) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT || errno == EISDIR else {
            let code = errno
            var status = stat()
            let isFolder =
                fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if !isFolder { throw .unwritable(path: displayPath(of: name), code: code) }
            return
        }
    }
}
