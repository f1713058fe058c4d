import Basics
import Foundation
import Site

/// An open file of an output, read or written from its start in chunks.
package struct OpenFile: ~Copyable {
    private static let chunkSize = 65_536

    /// The path for messages.
    private let path: String
    /// Negative after it was closed.
    private var descriptor: Int32

    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        if descriptor >= 0 { Disk.closeFile(descriptor) }
    }

    /// Closes a file that was written.
    ///
    /// - Throws: `unwritable` if what was written could not be stored.
    package mutating func close() throws(PublishingError) {
        let result = Disk.closeFile(descriptor)
        descriptor = -1
        guard result == 0 else { throw .unwritable(path: path, code: errno) }
    }

    /// The status of the file; nil if the system does not say.
    func status() -> FileStatus? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? FileStatus(status) : nil
    }

    /// Asks the system to store the file on disk, so that it survives a power failure.
    package func flush() throws(PublishingError) {
        guard Disk.flush(descriptor) else { throw .unwritable(path: path, code: errno) }
    }

    /// The hash of all bytes that were not read yet; nil if they cannot be read.
    func hash() -> UInt64? {
        var hash = ContentHash()
        let isRead = withUnsafeTemporaryAllocation(byteCount: Self.chunkSize, alignment: 16) { buffer in
            while true {
                let count = Disk.readNext(from: descriptor, into: buffer)
                if count <= 0 { return count == 0 }
                hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        return isRead ? hash.value : nil
    }

    /// All bytes; nil if they cannot be read.
    func bytes() -> [UInt8]? { Disk.bytes(from: descriptor) }

    /// The length in bytes.
    func size() throws(PublishingError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
        return Int(status.st_size)
    }

    /// Reads as many bytes as are given and returns whether they are the same. If they cannot be read, they are not.
    func isContinued(by bytes: [UInt8]) -> Bool {
        var offset = 0
        return bytes.withUnsafeBytes { expected in
            withUnsafeTemporaryAllocation(byteCount: Self.chunkSize, alignment: 16) { buffer in
                while offset < expected.count {
                    let rest = UnsafeRawBufferPointer(rebasing: expected[offset...])
                    let count = Disk.readNext(from: descriptor, into: buffer, limit: rest.count)
                    guard count > 0, let wanted = rest.baseAddress, let found = buffer.baseAddress,
                        memcmp(wanted, found, count) == 0
                    else { return false }
                    offset += count
                }
                return true
            }
        }
    }

    /// Skips bytes that are known.
    func skip(_ count: Int) { lseek(descriptor, off_t(count), SEEK_CUR) }

    /// Appends bytes.
    package func append(_ bytes: [UInt8]) throws(PublishingError) {
        guard bytes.withUnsafeBytes({ Disk.writeAll($0, to: descriptor) }) else {
            throw .unwritable(path: path, code: errno)
        }
    }

    /// Appends the first bytes of another file.
    func append(first size: Int, of other: borrowing OpenFile) throws(PublishingError) {
        let source = other.descriptor
        guard lseek(source, 0, SEEK_SET) == 0 else { throw .unreadable(path: path, code: errno) }
        let code: Int32 = withUnsafeTemporaryAllocation(byteCount: Self.chunkSize, alignment: 16) { buffer in
            var rest = size
            while rest > 0 {
                let count = Disk.readNext(from: source, into: buffer, limit: rest)
                if count == 0 { return EIO }
                guard count > 0, Disk.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: descriptor) else {
                    return errno
                }
                rest -= count
            }
            return 0
        }
        guard code == 0 else { throw .unwritable(path: path, code: code) }
    }
}
