import Basics
import Foundation
import Site

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

    private static let placeholderName = "stand-in.html"

    /// Opens or creates a folder, locks it against other builds and lists what is in it.
    ///
    /// If anything is wrong, only the folder and `.knowhow` in it are created. Otherwise the manifest is written first and names the
    /// new files too. So the build after an interrupted one knows all files that were written.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - paths: The paths of the files that the build will write, sorted.
    init(path: String, paths: [String]) throws(PublishingError) {
        self.path = path
        try OpenFolder.makeAll(path)
        let root = try OpenFolder(path)
        try Manifest.refuseForeignFolder(root)
        work = try root.makeFolder(Manifest.folder)
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        (manifest, manifestHash) = try Manifest.load(from: work)
        var listing = try OutputListing(root, paths: paths, known: manifest)
        files = listing.files
        for entry in try work.entries() where entry.name.hasPrefix("new-") || entry.name == Self.placeholderName {
            try work.remove(entry.name)
        }
        if files.contains(where: { $0.entry == nil }) {
            let all = Manifest(sorted: files.map { Manifest.Entry(path: $0.path, hash: $0.known) })
            try work.write(all.json, to: Manifest.fileName, by: "new-0", in: work)
        }
        try listing.makeFolders()
        self.listing = listing
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
        if let status = file.status, status.size == bytes.count, let old = try folder.file(file.name),
            try old.continues(with: bytes), try old.size() == bytes.count
        {
            return nil
        }
        return try work.write(bytes, to: file.name, by: "new-\(worker)", in: folder)
    }

    /// Starts to replace a file with bytes that come in parts. Only one file at a time may be replaced so.
    func update(of file: OutputFile) throws(PublishingError) -> FileUpdate {
        try FileUpdate(of: file.name, in: folder(of: file), by: "new-large", in: work)
    }

    /// The hash of an existing file; nil if there is none.
    func hash(of file: OutputFile) throws(PublishingError) -> UInt64? {
        try listing.folder(of: file)?.file(file.name)?.hash()
    }

    /// Writes the manifest, unless the file holds it already.
    ///
    /// - Returns: The hash of its file.
    func store(_ manifest: Manifest) throws(PublishingError) -> UInt64 {
        let json = manifest.json
        if try work.read(Manifest.fileName) != json {
            try work.write(json, to: Manifest.fileName, by: "new-0", in: work)
        }
        return ContentHash(json).value
    }

    /// Removes a file. Nothing happens if there is none, or a folder or link in its place.
    func remove(_ file: OutputFile) throws(PublishingError) {
        try listing.folder(of: file)?.remove(file.name)
    }

    /// Puts a page in the place of several files that are about to be written or removed.
    ///
    /// Where the file system allows it, this is one file with several names.
    func putPlaceholder(_ bytes: [UInt8], for files: [OutputFile]) throws(PublishingError) {
        guard !files.isEmpty else { return }
        try work.write(bytes, to: Self.placeholderName, by: "new-0", in: work)
        for file in files {
            guard let folder = listing.folder(of: file) else { continue }
            if work.link(Self.placeholderName, as: "new-0"), try work.move("new-0", to: file.name, in: folder) { continue }
            try work.write(bytes, to: file.name, by: "new-0", in: folder)
        }
        try work.remove(Self.placeholderName)
    }

    /// Removes the folders of files that were removed, and the folders that contain them, if they are empty.
    func removeEmptyFolders(of files: [OutputFile]) {
        listing.removeEmptyFolders(of: files)
    }

    private func folder(of file: OutputFile) throws(PublishingError) -> OpenFolder {
        guard let folder = listing.folder(of: file) else { throw .unwritable(path: "\(path)/\(file.path)", code: ENOENT) }
        return folder
    }
}
