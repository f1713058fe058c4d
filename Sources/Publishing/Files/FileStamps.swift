import Basics
import Foundation

/// Finds the stamps of files: numbers that change whenever a file is changed.
///
/// A stamp is a hash of the file's status and, where that may not show a change, of its bytes. Files of the same folder come one after
/// another, so the folder is opened once for all of them.
struct FileStamps: ~Copyable {
    private static let chunkSize = 65_536

    /// The time from which on changes have to show, in nanoseconds since 1970.
    private let now: Int64
    /// The file system whose change times can be trusted (``ChangeTimes``), if there is one.
    private let device: UInt64?
    /// The path of the open folder.
    private var path: [UInt8] = []
    private var folder: Int32 = -1
    private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)

    /// - Parameters:
    ///   - now: The time from which on changes have to show, in nanoseconds since 1970.
    ///   - device: The file system whose change times can be trusted (``ChangeTimes``), if there is one.
    init(now: Int64, trusting device: UInt64?) {
        self.now = now
        self.device = device
    }

    deinit {
        if folder >= 0 { close(folder) }
        chunk.deallocate()
    }

    /// The stamp of the file at a path; 0 if there is no file or if it cannot be read.
    mutating func stamp(of path: String) -> UInt64 {
        var path = path
        return path.withUTF8 { utf8 in
            let slash = utf8.lastIndex(of: UInt8(ascii: "/")) ?? 0
            guard open(UnsafeBufferPointer(rebasing: utf8[..<slash])) else { return 0 }
            let start = slash < utf8.count && utf8[slash] == UInt8(ascii: "/") ? slash + 1 : slash
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: utf8.count - start + 1) { name in
                for (index, byte) in utf8[start...].enumerated() { name[index] = CChar(bitPattern: byte) }
                name[utf8.count - start] = 0
                return name.baseAddress.map { stamp(ofName: $0) } ?? 0
            }
        }
    }

    private func stamp(ofName name: UnsafePointer<CChar>) -> UInt64 {
        var status = stat()
        if let device {
            guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return 0 }
            let file = FileStatus(status)
            if file.device == device, file.showsChanges(after: now) { return file.fingerprint }
        }
        let file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        guard fstat(file, &status) == 0, let content = hash(of: file, size: Int(status.st_size)) else { return 0 }
        let both = (FileStatus(status).fingerprint.littleEndian, content.littleEndian)
        return withUnsafeBytes(of: both) { ContentHash.value(of: $0) }
    }

    /// The hash of all bytes of an open file; nil if it cannot be read.
    private func hash(of file: Int32, size: Int) -> UInt64? {
        let first = Disk.readNext(from: file, into: chunk)
        guard first >= 0 else { return nil }
        // A file that has ended needs no further call.
        if first == size, first < Self.chunkSize {
            return ContentHash.value(of: UnsafeRawBufferPointer(rebasing: chunk[..<first]))
        }
        var hash = ContentHash()
        var count = first
        while count > 0 {
            hash.update(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
            count = Disk.readNext(from: file, into: chunk)
        }
        return count == 0 ? hash.value : nil
    }

    /// Opens a folder, unless it is open already; an empty path is the current folder.
    private mutating func open(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        if folder >= 0, path.count == self.path.count, self.path.elementsEqual(path) { return true }
        if folder >= 0 { close(folder) }
        self.path = Array(path)
        folder = Foundation.open(
            path.isEmpty ? "." : String(decoding: path, as: UTF8.self), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        return folder >= 0
    }
}
