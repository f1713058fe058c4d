import Foundation

/// Reads and creates files and lists folders by their paths, with the system's own calls.
package enum Disk {
    /// An entry of a folder.
    package struct Entry {
        package enum Kind {
            case file
            case folder
            /// A symbolic link, a socket or a device, which is never read.
            case other
        }

        /// With U+FFFD for what is not UTF-8.
        package let name: String
        package let isUTF8: Bool
        package let kind: Kind
    }

    /// Reads a whole file.
    package static func bytes(of path: String) throws(PublishingError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        guard let bytes = bytes(from: descriptor) else { throw .unreadable(path: path, code: errno) }
        return bytes
    }

    /// Reads the first `count` bytes of a file, or the whole file if it is shorter.
    static func firstBytes(_ count: Int, of path: String) throws(PublishingError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            while length < count, failure == nil {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[length...])
                let got = readNext(from: descriptor, into: room)
                if got < 0 { failure = errno }
                if got <= 0 { break }
                length += got
            }
        }
        if let failure { throw .unreadable(path: path, code: failure) }
        return bytes
    }

    /// Reads all bytes of an open file. Returns nil and sets `errno` if it cannot be read.
    static func bytes(from descriptor: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var failed = false
        let expected = max(0, Int(status.st_size))
        var isWhole = false
        // The buffer has room for one more byte. If that stays free, the file has ended and no further call is needed.
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            while count <= expected, !isWhole {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = readNext(from: descriptor, into: room)
                if got < 0 { failed = true }
                count += max(got, 0)
                isWhole = got <= 0 || count == expected
            }
        }
        if isWhole || failed { return failed ? nil : bytes }
        var rest = [UInt8](repeating: 0, count: 4096)
        while !failed {
            let got = rest.withUnsafeMutableBytes { readNext(from: descriptor, into: $0) }
            if got < 0 { failed = true }
            if got <= 0 { break }
            bytes.append(contentsOf: rest[..<got])
        }
        return failed ? nil : bytes
    }

    /// Reads the next bytes of an open file, at most as many as the buffer and `limit` allow.
    ///
    /// - Returns: How many bytes were read: 0 at the end of the file, negative with `errno` set if reading failed.
    static func readNext(from descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, limit: Int = .max) -> Int {
        let size = min(buffer.count, limit)
        while true {
            let got = read(descriptor, buffer.baseAddress, size)
            if got >= 0 || errno != EINTR { return got }
        }
    }

    /// Writes all bytes to an open file. Returns false and sets `errno` if that failed.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// Closes an open file. Returns a negative number and sets `errno` if what was written could not be stored.
    @discardableResult
    static func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

    /// Creates a file that must not exist yet. If it cannot be written completely, no file is left.
    ///
    /// - Throws: `taken` if there is a file already; `unwritable`.
    package static func create(_ path: String, with bytes: [UInt8]) throws(PublishingError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .taken(path: path) : .unwritable(path: path, code: errno)
        }
        let isWritten = bytes.withUnsafeBytes { writeAll($0, to: descriptor) } && flush(descriptor)
        let code = errno
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed else {
            let closeCode = errno
            unlink(path)
            throw .unwritable(path: path, code: isWritten ? closeCode : code)
        }
        flushParent(of: path)
    }

    /// Stores the entry of a new file in its folder, as far as the system can.
    static func flushParent(of path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = open(parts.isEmpty ? "." : parts.joined(separator: "/") + "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = flush(folder)
        close(folder)
    }

    /// The status of the file at a path. Symbolic links are followed; nil if there is no file.
    package static func status(of path: String) -> FileStatus? {
        var status = stat()
        return stat(path, &status) == 0 ? FileStatus(status) : nil
    }

    /// The absolute path of an existing file or folder, with all symbolic links resolved; nil if there is none.
    static func resolvedPath(of path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// A name under which this process can write a file that is later renamed to `name`.
    package static func temporaryName(for name: String) -> String { "\(name).\(getpid()).part" }

    /// Asks the system to store an open file or the entries of an open folder on disk. Returns false and sets `errno` if that failed.
    static func flush(_ descriptor: Int32) -> Bool { isStored(storeFile(descriptor)) }

    /// Asks the system to store on disk everything that was written to the file system of an open file or folder. Returns false and
    /// sets `errno` if that failed.
    static func flushFileSystem(_ descriptor: Int32) -> Bool { isStored(storeFileSystem(descriptor)) }

    /// Some file systems have nothing to store, or cannot be asked to.
    private static func isStored(_ result: Int32) -> Bool {
        result == 0 || [EINVAL, ENOTSUP, ENOSYS, EROFS, ENOTTY].contains(errno)
    }

    /// Lists a folder, sorted by name.
    package static func entries(of path: String) throws(PublishingError) -> [Entry] {
        guard let folder = opendir(path) else {
            switch errno {
            case ENOENT: throw .folderMissing(path: path)
            case ENOTDIR: throw .notFolder(path: path)
            default: throw .unreadable(path: path, code: errno)
            }
        }
        defer { closedir(folder) }
        return entries(of: folder) { name, status in lstat("\(path)/\(name)", &status) }
    }

    /// Lists an open folder, sorted by name.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - statusOf: Finds the status of a name as `lstat` does. Called where the folder does not say what kind an entry is.
    static func entries(of folder: FolderStream, statusOf: (String, inout stat) -> Int32) -> [Entry] {
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
                    String(validatingCString: bytes).map { ($0, true) } ?? (String(cString: bytes), false)
                }
            }
            if name == "." || name == ".." { continue }
            let kind = kind(of: name, hint: Int32(entry.pointee.d_type), statusOf: statusOf)
            entries.append(Entry(name: name, isUTF8: isUTF8, kind: kind))
        }
        entries.sort { $0.name < $1.name }
        return entries
    }

    private static func kind(of name: String, hint: Int32, statusOf: (String, inout stat) -> Int32) -> Entry.Kind {
        if hint == Int32(DT_REG) { return .file }
        if hint == Int32(DT_DIR) { return .folder }
        guard hint == Int32(DT_UNKNOWN) else { return .other }
        var status = stat()
        return statusOf(name, &status) == 0 ? Entry.Kind(status) : .other
    }
}

extension Disk.Entry.Kind {
    init(_ status: stat) {
        self =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
    }
}
