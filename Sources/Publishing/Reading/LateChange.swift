import Basics
import Synchronization

/// Reads files that were unchanged when a build began, and notes the first one that has changed since.
final class LateChange: Sendable {
    private let first = Mutex<String?>(nil)

    /// The path of a file that changed; nil if there is none.
    var path: String? { first.withLock { $0 } }

    /// The bytes of a file; no bytes if it cannot be read.
    ///
    /// - Parameters:
    ///   - index: The index of its path.
    ///   - folder: The folder of the file.
    ///   - hash: The hash that the file had.
    func bytes(at index: Int, of folder: ContentFolder, hash: UInt64?) -> [UInt8] {
        let bytes = try? folder.bytes(at: index)
        if bytes.map({ ContentHash($0).value }) != hash {
            first.withLock { first in first = first ?? folder.paths[index] }
        }
        return bytes ?? []
    }
}
