import Basics
import Foundation
import Site
import Synchronization

/// Whether a build writes drafts.
enum DraftsInSite: Sendable {
    case none
    /// It does, but not into the folder of a public site.
    case refusedOverPublicSite
    /// It does, whatever is in the folder.
    case allowed
}

/// The folder that a site is written into. Several threads may write and remove files at the same time.
///
/// First all existing and all new files are listed. Then files are used by their numbers in that list.
final class OutputFolder: Sendable {
    /// The path for messages.
    let path: String
    /// The list of what an earlier build wrote; empty in a new folder.
    let manifest: Manifest
    /// The hash of the manifest's file before this build.
    let manifestHash: UInt64
    /// The files that the build will write and those that an earlier build wrote, sorted by path.
    let files: [OutputFile]
    private let listing: OutputListing
    /// The folder `.knowhow`, where files are written before they are moved to their places.
    private let work: OpenFolder
    private let lock: FolderLock
    /// The bytes of the manifest before this build; nil if there was none.
    private let oldManifest: [UInt8]?
    /// Whether this build has written or removed a file of the site.
    private let isChanged = Atomic(false)

    private static let placeholderName = "stand-in.html"
    /// The second name of the manifest before this build, until the build has succeeded.
    private static let oldManifestName = "new-old-manifest"

    /// Opens or creates a folder, locks it against other builds and lists what is in it.
    ///
    /// If anything is wrong, only the folder and `.knowhow` in it are created. Otherwise the manifest is written first and names the
    /// new files too. So the build after an interrupted one knows all files that were written.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - paths: The paths of the files that the build will write, sorted.
    ///   - drafts: Whether the build will write drafts, and whether they may replace a public site.
    /// - Throws: `draftsOverPublicSite`; any error of reading and writing.
    init(path: String, paths: [String], drafts: DraftsInSite) throws(PublishingError) {
        self.path = path
        try OpenFolder.makeAll(path)
        let root = try OpenFolder(path)
        try Manifest.refuseForeignFolder(root)
        work = try root.makeFolder(Manifest.folder)
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        (manifest, manifestHash) = try Manifest.load(from: work)
        if drafts == .refusedOverPublicSite, !manifest.hasDrafts, !manifest.entries.isEmpty {
            throw .draftsOverPublicSite(path: path)
        }
        oldManifest = try work.read(Manifest.fileName)
        var listing = try OutputListing(root, paths: paths, known: manifest)
        files = listing.files
        for entry in try work.entries() where entry.name.hasPrefix("new-") || entry.name == Self.placeholderName {
            try work.remove(entry.name)
        }
        do throws(PublishingError) {
            if files.contains(where: { $0.entry == nil }) {
                // Another name needs no room. So the manifest can be restored on a full disk.
                _ = work.link(Manifest.fileName, as: Self.oldManifestName)
                let all = Manifest(
                    sorted: files.map { Manifest.Entry(path: $0.path, hash: $0.known) },
                    hasDrafts: manifest.hasDrafts || drafts != .none)
                try work.write(all.json, to: Manifest.fileName, by: "new-0", in: work, isFlushed: true)
            }
            try listing.makeFolders()
        } catch {
            listing.removeEmptyFolders(of: files.filter { $0.status == nil })
            Self.restore(oldManifest, in: work)
            throw error
        }
        self.listing = listing
    }

    /// Takes back what this build has added: the folders of files that it should have added, and the names of the files in the
    /// manifest. The files themselves were removed before.
    func restoreManifest(without added: [OutputFile]) {
        removeEmptyFolders(of: added)
        Self.restore(oldManifest, in: work)
    }

    private static func restore(_ manifest: [UInt8]?, in work: OpenFolder) {
        guard let manifest else { return work.discard(Manifest.fileName) }
        if (try? work.entry(oldManifestName)) != nil,
            (try? work.move(oldManifestName, to: Manifest.fileName, in: work)) == true
        {
            // If the manifest was not replaced, both names are the same file, and the move does nothing.
            return work.discard(oldManifestName)
        }
        // If that fails, the longer manifest stays, which the next build understands.
        try? work.write(manifest, to: Manifest.fileName, by: "new-0", in: work)
    }

    /// Replaces a file as a whole, unless it holds the same bytes already.
    ///
    /// - Parameters:
    ///   - bytes: The new content.
    ///   - file: The file to replace.
    ///   - worker: The number of the thread, so that each thread has a temporary name of its own.
    /// - Returns: The status of the new file; nil if the file was left as it is.
    func put(_ bytes: [UInt8], at file: OutputFile, worker: Int) throws(PublishingError) -> FileStatus? {
        let folder = try folder(of: file)
        if let status = file.status, status.size == bytes.count, let old = try folder.readableFile(file.name),
            old.isContinued(by: bytes), try old.size() == bytes.count
        {
            return nil
        }
        isChanged.store(true, ordering: .relaxed)
        try work.write(bytes, to: file.name, by: "new-\(worker)", in: folder)
        return try folder.status(ofWritten: file.name)
    }

    /// Starts to replace a file with bytes that come in parts. Only one file at a time may be replaced so.
    func update(of file: OutputFile) throws(PublishingError) -> FileUpdate {
        isChanged.store(true, ordering: .relaxed)
        return try FileUpdate(of: file.name, in: folder(of: file), by: "new-large", in: work)
    }

    /// The hash of an existing file; nil if there is none or if it cannot be read.
    func hash(of file: OutputFile) throws(PublishingError) -> UInt64? {
        try listing.folder(of: file)?.readableFile(file.name)?.hash()
    }

    /// The bytes of an existing file; nil if there is none or if it cannot be read.
    func bytes(of file: OutputFile) throws(PublishingError) -> [UInt8]? {
        try listing.folder(of: file)?.readableFile(file.name)?.bytes()
    }

    /// Writes the manifest, unless the file holds it already.
    ///
    /// - Returns: The hash of its file.
    func store(_ manifest: Manifest) throws(PublishingError) -> UInt64 {
        let json = manifest.json
        work.discard(Self.oldManifestName)
        // What the manifest names is on disk before the manifest is, also after a power failure.
        if isChanged.load(ordering: .relaxed) { try work.flushFileSystem() }
        if try work.read(Manifest.fileName) != json {
            try work.write(json, to: Manifest.fileName, by: "new-0", in: work, isFlushed: true)
        }
        return ContentHash(json).value
    }

    /// Removes a file. Nothing happens if there is none, or a folder or link in its place.
    func remove(_ file: OutputFile) throws(PublishingError) {
        isChanged.store(true, ordering: .relaxed)
        try listing.folder(of: file)?.remove(file.name)
    }

    /// Puts a page in the place of several files that are about to be written or removed.
    ///
    /// Where the file system allows it, this is one file with several names. It stays until ``removePlaceholder()`` is called, so that
    /// it can be used again when there is no room for another file.
    func putPlaceholder(_ bytes: [UInt8], for files: [OutputFile]) throws(PublishingError) {
        guard !files.isEmpty else { return }
        isChanged.store(true, ordering: .relaxed)
        if try work.entry(Self.placeholderName) == nil {
            try work.write(bytes, to: Self.placeholderName, by: "new-0", in: work)
        }
        for file in files {
            guard let folder = listing.folder(of: file) else { continue }
            if work.link(Self.placeholderName, as: "new-0"), try work.move("new-0", to: file.name, in: folder) {
                // If the temporary page is there already, the move does nothing and leaves the second name.
                work.discard("new-0")
                continue
            }
            try work.write(bytes, to: file.name, by: "new-0", in: folder)
        }
    }

    /// Removes the temporary page's own name.
    func removePlaceholder() { work.discard(Self.placeholderName) }

    /// Removes the folders of files that were removed, and the folders that contain them, if they are empty.
    func removeEmptyFolders(of files: [OutputFile]) {
        listing.removeEmptyFolders(of: files)
    }

    private func folder(of file: OutputFile) throws(PublishingError) -> OpenFolder {
        guard let folder = listing.folder(of: file) else { throw .unwritable(path: "\(path)/\(file.path)", code: ENOENT) }
        return folder
    }
}
