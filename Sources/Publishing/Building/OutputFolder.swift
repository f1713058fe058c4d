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
    /// The files that the build will write.
    var wantedFiles: [OutputFile] { listing.wantedFiles }
    private let listing: OutputListing
    /// The site in a folder of its own, if none of it is in the output folder yet.
    private let staged: StagedSite?
    /// The folder `.knowhow`.
    private let work: OpenFolder
    private let lock: FolderLock
    /// The bytes of the manifest before this build; nil if there was none.
    private let oldManifest: [UInt8]?
    /// Whether this build has written or removed a file of the site.
    private let isChanged = Mutex(false)

    private static let placeholderName = "stand-in.html"
    /// The names in `.knowhow` of what an interrupted build may leave there.
    private static let temporaryPrefix = "new-"
    /// The names of temporary files in the folders of the site. Each thread has one of its own.
    static let temporaryPrefixInSite = ".knowhow-new-"
    /// The second name of the manifest before this build, until the build has succeeded.
    private static let oldManifestName = "new-old-manifest"
    /// Another second name of the manifest, or an empty file where the file system has no second names: a build is changing files.
    private static let runningName = "new-running"

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
        try Self.removeLeftovers(work, listing)
        var staged: StagedSite?
        do throws(PublishingError) {
            if files.contains(where: { $0.entry == nil }) {
                // Another name needs no room. So the manifest can be restored on a full disk.
                _ = work.link(Manifest.fileName, as: Self.oldManifestName)
                let all = Manifest(
                    sorted: files.map { Manifest.Entry(path: $0.path, hash: $0.known) },
                    hasDrafts: manifest.hasDrafts || drafts != .none)
                try work.write(all.json, to: Manifest.fileName, by: "new-0", isFlushed: true)
            }
            staged = try listing.isFree ? StagedSite(listing, root: root, work: work) : nil
            if staged == nil { try listing.makeFolders() }
        } catch {
            try? work.removeTree(StagedSite.folderName)
            listing.removeEmptyFolders(of: files.filter { $0.status == nil })
            Self.restore(oldManifest, in: work)
            throw error
        }
        self.listing = listing
        self.staged = staged
    }

    /// Removes what an interrupted build has left. Only if it has left anything in `.knowhow`, the folders of the site are searched too.
    private static func removeLeftovers(_ work: OpenFolder, _ listing: OutputListing) throws(PublishingError) {
        let leftovers = try work.entries().filter {
            $0.kind == .folder
                ? $0.name == StagedSite.folderName : $0.name == placeholderName || $0.name.hasPrefix(temporaryPrefix)
        }
        if leftovers.isEmpty { return }
        try listing.removeFiles(withPrefix: temporaryPrefixInSite)
        for entry in leftovers where entry.kind == .folder { try work.removeTree(entry.name) }
        for entry in leftovers where entry.kind != .folder { try work.remove(entry.name) }
    }

    /// Notes that the site is about to change. Until the build has succeeded, a name in `.knowhow` shows the next build that there
    /// may be temporary files.
    private func beginChanges() throws(PublishingError) {
        try isChanged.withLock { (isChanged) throws(PublishingError) in
            guard !isChanged else { return }
            // On a full disk there is room for a second name more often than for a file.
            if staged == nil, try work.entry(Self.oldManifestName) == nil,
                !work.link(Manifest.fileName, as: Self.runningName), errno != EEXIST
            {
                var file = try work.create(Self.runningName, displayPath: work.displayPath(of: Self.runningName))
                try file.close()
            }
            isChanged = true
        }
    }

    /// Takes back what this build has added: the folders of files that it should have added, and the names of the files in the
    /// manifest. The files themselves were removed before.
    func restoreManifest(without added: [OutputFile]) {
        removeEmptyFolders(of: added)
        Self.restore(oldManifest, in: work)
    }

    private static func restore(_ manifest: [UInt8]?, in work: OpenFolder) {
        work.discard(runningName)
        guard let manifest else { return work.discard(Manifest.fileName) }
        if (try? work.entry(oldManifestName)) != nil, (try? work.move(oldManifestName, to: Manifest.fileName)) == true {
            // If the manifest was not replaced, both names are the same file, and the move does nothing.
            return work.discard(oldManifestName)
        }
        // If that fails, the longer manifest stays, which the next build understands.
        try? work.write(manifest, to: Manifest.fileName, by: "new-0")
    }

    /// Whether the site is written in a folder of its own, in any order, and is not there before ``publish(_:)``.
    var isStaged: Bool { staged != nil }

    /// Moves a site that was written in a folder of its own into the output folder.
    ///
    /// - Returns: The numbers of those files of the site whose status is another than when they were written.
    func publish() throws(PublishingError) -> [Int] { try staged?.publish() ?? [] }

    /// Removes the files of a site that was written in a folder of its own, wherever they are.
    func removeStaged() throws(PublishingError) { try staged?.remove() }

    /// The status of a file that was written.
    func status(of file: OutputFile) throws(PublishingError) -> FileStatus { try folder(of: file).status(ofWritten: file.name) }

    /// Replaces a file as a whole, unless it holds the same bytes already.
    ///
    /// - Parameters:
    ///   - bytes: The new content.
    ///   - file: The file to replace.
    ///   - worker: The number of the thread, so that each thread has a temporary name of its own.
    /// - Returns: The status of the new file; nil if the file was left as it is.
    func put(_ bytes: [UInt8], at file: OutputFile, worker: Int) throws(PublishingError) -> FileStatus? {
        let folder = try folder(of: file)
        if isStaged {
            try beginChanges()
            return try folder.writeNew(bytes, to: file.name)
        }
        if let status = file.status, status.size == bytes.count, let old = try folder.readableFile(file.name),
            old.isContinued(by: bytes), try old.size() == bytes.count
        {
            return nil
        }
        try beginChanges()
        try folder.write(bytes, to: file.name, by: "\(Self.temporaryPrefixInSite)\(worker)")
        // Many file systems note the time of the renaming, so the status of the open file would not be the last.
        return try folder.status(ofWritten: file.name)
    }

    /// Starts to replace a file with bytes that come in parts. Only one file at a time may be replaced so.
    func update(of file: OutputFile) throws(PublishingError) -> FileUpdate {
        try FileUpdate(of: file.name, in: folder(of: file), by: "\(Self.temporaryPrefixInSite)large") {
            () throws(PublishingError) in try self.beginChanges()
        }
    }

    /// The hash of an existing file; nil if there is none or if it cannot be read.
    func hash(of file: OutputFile) throws(PublishingError) -> UInt64? {
        try listing.folder(of: file)?.readableFile(file.name)?.hash()
    }

    /// The ranges of an existing file; nil if there is none or if it cannot be read.
    func ranges(of file: OutputFile) -> FileRanges? {
        listing.folder(of: file).flatMap { FileRanges(file.name, in: $0) }
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
        work.discard(Self.runningName)
        // What the manifest names is on disk before the manifest is, also after a power failure.
        if isChanged.withLock({ $0 }) { try work.flushFileSystem() }
        if try work.read(Manifest.fileName) != json {
            try work.write(json, to: Manifest.fileName, by: "new-0", isFlushed: true)
        }
        return ContentHash(json).value
    }

    /// Removes a file. Nothing happens if there is none, or a folder or link in its place.
    func remove(_ file: OutputFile) throws(PublishingError) {
        try beginChanges()
        try listing.folder(of: file)?.remove(file.name)
    }

    /// Puts a page in the place of several files that are about to be written or removed.
    ///
    /// Where the file system allows it, this is one file with several names. It stays until ``removePlaceholder()`` is called, so that
    /// it can be used again when there is no room for another file.
    func putPlaceholder(_ bytes: [UInt8], for files: [OutputFile]) throws(PublishingError) {
        guard !files.isEmpty else { return }
        try beginChanges()
        if try work.entry(Self.placeholderName) == nil {
            try work.write(bytes, to: Self.placeholderName, by: "new-0")
        }
        let temporary = "\(Self.temporaryPrefixInSite)0"
        for file in files {
            guard let folder = listing.folder(of: file) else { continue }
            if work.link(Self.placeholderName, as: file.name, in: folder) { continue }
            if errno == EEXIST, work.link(Self.placeholderName, as: temporary, in: folder) {
                if try !folder.move(temporary, to: file.name) { throw .inTheWay(path: folder.displayPath(of: file.name)) }
                // If the temporary page is there already, the move does nothing and leaves the second name.
                folder.discard(temporary)
                continue
            }
            try folder.write(bytes, to: file.name, by: temporary)
        }
    }

    /// Removes the temporary page's own name.
    func removePlaceholder() { work.discard(Self.placeholderName) }

    /// Removes the folders of files that were removed, and the folders that contain them, if they are empty.
    func removeEmptyFolders(of files: [OutputFile]) {
        listing.removeEmptyFolders(of: files)
    }

    private func folder(of file: OutputFile) throws(PublishingError) -> OpenFolder {
        let found = staged.map { $0.folder(of: file) } ?? listing.folder(of: file)
        guard let folder = found else { throw .unwritable(path: "\(path)/\(file.path)", code: ENOENT) }
        return folder
    }
}
