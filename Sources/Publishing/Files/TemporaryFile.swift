import Foundation

/// A complete file without a name. It takes no memory, nobody else can open it, and it is gone when the value is.
package final class TemporaryFile: Sendable {
    /// In bytes.
    package let size: Int
    private let descriptor: Int32

    /// Keeps what a function writes to a path, which is in a new folder that only this user can open.
    ///
    /// - Throws: `unwritable`, `unreadable`; what `write` throws.
    package init(_ write: (String) throws(PublishingError) -> Void) throws(PublishingError) {
        let folder =
            FileManager.default.temporaryDirectory.path + "/knowhow-" + String(UInt64.random(in: 0 ... .max), radix: 36)
        guard mkdir(folder, 0o700) == 0 else { throw .unwritable(path: folder, code: errno) }
        let path = folder + "/file"
        defer {
            unlink(path)
            rmdir(folder)
        }
        try write(path)
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .unreadable(path: path, code: code)
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads a part of the file; fewer bytes than asked for at its end, and none if it cannot be read.
    package func bytes(at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                if got <= 0 { return }
                filled += got
            }
        }
    }
}
