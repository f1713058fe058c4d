#if canImport(Glibc)
import Templates
import Glibc
#else
import Darwin
#endif

/// Reading of files and folders, by the system's own calls.
enum Disk {
    /// An entry of a folder.
    struct Entry {
        enum Kind {
            case file
            case folder
            /// A symbolic link, a socket, a device: nothing that is read.
            case other
        }

        let name: String
        let kind: Kind
    }

    /// All bytes of a file.
    static func read(_ path: String) throws(PublishingError) -> [UInt8] {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        guard let bytes = read(descriptor) else { throw .unreadable(path: path, code: errno) }
        return bytes
    }

    /// The first bytes of a file, all where there are fewer than `count`.
    static func read(_ path: String, upTo count: Int) throws(PublishingError) -> [UInt8] {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            while length < count, failure == nil {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[length...])
                let got = read(descriptor, room)
                if got < 0 { failure = errno }
                if got <= 0 { break }
                length += got
            }
        }
        if let failure { throw .unreadable(path: path, code: failure) }
        return bytes
    }

    /// All bytes from an open file; nil, with `errno`, when it cannot be read.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var failed = false
        let expected = max(0, Int(status.st_size))
        var isWhole = false
        // There is room for one byte more: where it stays free the file has ended, and need not be asked again.
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            while count <= expected, !isWhole {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = Self.read(descriptor, room)
                if got < 0 { failed = true }
                count += max(got, 0)
                isWhole = got <= 0 || count == expected
            }
        }
        if isWhole || failed { return failed ? nil : bytes }
        var rest = [UInt8](repeating: 0, count: 4096)
        while !failed {
            let got = rest.withUnsafeMutableBytes { Self.read(descriptor, $0) }
            if got < 0 { failed = true }
            if got <= 0 { break }
            bytes.append(contentsOf: rest[..<got])
        }
        return failed ? nil : bytes
    }

    /// Reads what an open file has next, as far as the buffer and `limit` reach; how much, 0 at the end, less with `errno`.
    static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer, upTo limit: Int = .max) -> Int {
        let size = min(buffer.count, limit)
        while true {
            #if canImport(Glibc)
            let got = Glibc.read(descriptor, buffer.baseAddress, size)
            #else
            let got = Darwin.read(descriptor, buffer.baseAddress, size)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }

    /// Writes all bytes to an open file; false, with `errno`, when it cannot.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes
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

    /// The entries of a folder, sorted by name.
    static func entries(of path: String) throws(PublishingError) -> [Entry] {
        guard let folder = opendir(path) else {
            throw errno == ENOENT ? .folderMissing(path: path) : .unreadable(path: path, code: errno)
        }
        defer { closedir(folder) }
        return entries(of: folder) { name, status in lstat("\(path)/\(name)", &status) }
    }

    #if canImport(Glibc)
    typealias FolderStream = OpaquePointer
    #else
    typealias FolderStream = UnsafeMutablePointer<DIR>
    #endif

    /// The entries of an open folder, sorted by name.
    ///
    /// - Parameter look: Asks for the status of a name, as `lstat` does, where the folder does not tell what it is.
    static func entries(of folder: FolderStream, look: (String, inout stat) -> Int32) -> [Entry] {
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(Entry(name: name, kind: kind(of: name, hint: Int32(entry.pointee.d_type), look: look)))
        }
        entries.sort { $0.name < $1.name }
        return entries
    }

    private static func kind(of name: String, hint: Int32, look: (String, inout stat) -> Int32) -> Entry.Kind {
        if hint == Int32(DT_REG) { return .file }
        if hint == Int32(DT_DIR) { return .folder }
        guard hint == Int32(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard look(name, &status) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }
}
