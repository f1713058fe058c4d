import Basics
import Site

/// The list of what a build wrote: for each path below the output folder, the hash of its content.
///
/// Kept as `.knowhow/manifest.json`: `{"version": 1, "files": {"about.html": "0123456789abcdef", …}}`, a file a line, sorted.
public struct Manifest: Sendable, Hashable {
    /// A file of the site.
    public struct Entry: Sendable, Hashable {
        /// Below the output folder.
        public let path: String
        /// Nil while a build that is to write the file is under way.
        public let hash: UInt64?

        public init(path: String, hash: UInt64?) {
            self.path = path
            self.hash = hash
        }
    }

    static let folder = ".knowhow"
    static let fileName = "manifest.json"
    static let path = ".knowhow/manifest.json"

    /// Sorted by path, each path once.
    public let entries: [Entry]

    /// - Parameter entries: Sorted by path, each path once.
    init(sorted entries: [Entry] = []) {
        self.entries = entries
    }

    /// The hash of a file: nothing where it is not listed, nil in it while it is being written. O(log files).
    public subscript(path: String) -> UInt64?? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].path == path ? .some(entries[low].hash) : .none
    }

    /// Refuses an output folder that holds visible files and no manifest.
    ///
    /// - Throws: `foreignFolder`; `unreadable`.
    static func refuseForeignFolder(_ root: OpenFolder) throws(PublishingError) {
        let own = try root.folder(folder)?.entries() ?? []
        if own.contains(where: { $0.name == fileName }) { return }
        let isEmpty = try root.entries().allSatisfy { $0.name.hasPrefix(".") }
        guard isEmpty else { throw .foreignFolder(path: root.path) }
    }

    /// The manifest in the build's own folder, and a hash of its file; an empty one when there is none yet.
    ///
    /// - Throws: `brokenManifest`; `unreadable`.
    static func load(from work: OpenFolder) throws(PublishingError) -> (manifest: Manifest, hash: UInt64) {
        guard let bytes = try work.read(fileName) else { return (Manifest(), ContentHash([]).value) }
        guard let manifest = Manifest(json: bytes) else {
            throw .brokenManifest(path: "\(work.path)/\(fileName)")
        }
        return (manifest, ContentHash(bytes).value)
    }

    /// The manifest of an earlier site, in a file that the user named.
    ///
    /// - Throws: `notManifest`; `unreadable`.
    static func read(_ path: String) throws(PublishingError) -> Manifest {
        guard let manifest = Manifest(json: try Disk.read(path)) else { throw .notManifest(path: path) }
        return manifest
    }

    /// Whether a path is one that a build could have written: below the folder, plain names, none of the build's own.
    static func isOwn(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.first.map { !$0.elementsEqual(Self.folder.utf8) } ?? false
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}
