import Basics
import CasebookModel

/// A rendered file of the site.
public struct Page: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        /// A file that may be large, in consecutive parts. Each part is a pure function of its number, which is below `count`, so
        /// several threads can render them and none needs the whole file in memory. Besides what is on every page, a part shows
        /// only its cases, which are indices in `Casebook.cases`.
        case parts(
            count: Int, cases: @Sendable (_ number: Int) -> ArraySlice<Int>, part: @Sendable (_ number: Int) -> [UInt8])
        /// A file to copy as it is, by its path below `content/`.
        case contentFile(String)
        /// A zip archive of these entries.
        case archive([ArchiveEntry])

        /// The bytes of the whole file; nil for a file to copy. O(length).
        public var rendered: [UInt8]? {
            switch self {
            case .bytes(let bytes): bytes
            case .parts(let count, _, let part): (0..<count).flatMap(part)
            case .contentFile: nil
            case .archive(let entries): entries.contains { $0.contentFile != nil } ? nil : Page.archive(entries) { _ in [] }
            }
        }
    }

    /// An entry of a zip archive: ready to be stored, or a file to copy.
    public struct ArchiveEntry: Sendable {
        enum Content: Sendable {
            case packed(ZipWriter.Entry)
            case contentFile(String, byteCount: Int, name: String)
        }

        let content: Content

        /// The path of the file to copy below `content/`; nil for an entry that is ready.
        public var contentFile: String? {
            if case .contentFile(let path, _, _) = content { path } else { nil }
        }

        /// How many bytes the entry adds to an archive, as far as that is known before its file is read.
        var length: Int {
            switch content {
            case .packed(let entry): entry.lengthInArchive
            case .contentFile(_, let byteCount, let name): ZipWriter.Entry.recordLength(ofName: name) + byteCount
            }
        }
    }

    /// Returns the bytes of a zip archive.
    ///
    /// - Parameters:
    ///   - entries: The entries in their order.
    ///   - read: Returns the bytes to publish of a file, by its path below `content/`.
    public static func archive<Failure: Error>(
        _ entries: [ArchiveEntry], read: (_ path: String) throws(Failure) -> [UInt8]
    ) throws(Failure) -> [UInt8] {
        var writer = ZipWriter()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(64) { $0 + $1.length })
        for entry in entries {
            switch entry.content {
            case .packed(let entry): bytes += writer.append(entry)
            case .contentFile(let path, _, let name): bytes += writer.append(ZipWriter.Entry(name: name, bytes: try read(path)))
            }
        }
        return bytes + writer.finish()
    }

    /// The path below the site's root.
    public let path: String
    /// Such as `text/html; charset=utf-8`.
    public let mediaType: String
    public let body: Body

    public init(path: String, mediaType: String, body: Body) {
        self.path = path
        self.mediaType = mediaType
        self.body = body
    }
}
