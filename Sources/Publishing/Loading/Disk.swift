#if canImport(Glibc)
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
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        defer { close(descriptor) }
        guard let bytes = read(descriptor) else { throw .unreadable(path: path, code: errno) }
        return bytes
    }

    /// All bytes from an open file; nil, with `errno`, when it cannot be read.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        var failed = false
        let expected = max(0, Int(status.st_size))
        var bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            while count < expected {
                let got = Self.read(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                if got < 0 { failed = true }
                if got <= 0 { return }
                count += got
            }
        }
        var rest = [UInt8](repeating: 0, count: 4096)
        while !failed {
            let got = rest.withUnsafeMutableBytes { Self.read(descriptor, $0) }
            if got < 0 { failed = true }
            if got <= 0 { break }
            bytes.append(contentsOf: rest[..<got])
        }
        return failed ? nil : bytes
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            #if canImport(Glibc)
            let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }

    /// The entries of a folder, sorted by name.
    static func entries(of path: String) throws(PublishingError) -> [Entry] {
        guard let folder = opendir(path) else {
            throw errno == ENOENT ? .folderMissing(path: path) : .unreadable(path: path, code: errno)
        }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(Entry(name: name, kind: kind(of: "\(path)/\(name)", hint: Int32(entry.pointee.d_type))))
        }
        entries.sort { $0.name < $1.name }
        return entries
    }

    private static func kind(of path: String, hint: Int32) -> Entry.Kind {
        if hint == Int32(DT_REG) { return .file }
        if hint == Int32(DT_DIR) { return .folder }
        guard hint == Int32(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard lstat(path, &status) == 0 else { return .other }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }
}
