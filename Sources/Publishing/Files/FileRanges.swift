import Foundation

/// Ranges of an existing file. Several threads may read at the same time.
final class FileRanges: Sendable {
    private let descriptor: Int32

    /// Opens a file; nil if there is none or if it cannot be read.
    init?(_ name: String, in folder: OpenFolder) {
        descriptor = openat(folder.descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The bytes in a range; nil if they cannot be read.
    func bytes(_ range: Range<Int>) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, let start = buffer.baseAddress {
                let got = pread(descriptor, start + count, range.count - count, off_t(range.lowerBound + count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
        return bytes.count == range.count ? bytes : nil
    }
}
