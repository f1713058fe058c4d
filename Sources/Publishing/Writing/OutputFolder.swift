#if canImport(Glibc)
import Basics
import Glibc
#else
import Darwin
#endif
import Site

/// The folder a site is written into. What is there, and what is to come, is listed first; then files are reached by their numbers
/// in that list. Files may be written and removed from several threads at a time.
final class OutputFolder: Sendable {
    /// As people are told it.
    let path: String
    /// What an earlier build wrote; empty in a new folder.
    let manifest: Manifest
    /// A hash of the manifest's file, as it was before this build.
    let manifestHash: UInt64
    /// The files that are to be written and those that an earlier build wrote, sorted by path.
    let files: [OutputFile]
    private let survey: FolderSurvey
    /// The build's own folder, where files are written before they are put in place.
    private let work: OpenFolder
    private let lock: FolderLock

    private static let standInName = "stand-in.html"

    /// Opens a folder, making it if it is missing, locks it against other builds and looks at what is there. Nothing but the
    /// folder and the build's own folder in it is made before all is found in order. Then the manifest is written in a form that
    /// names the files to come as well, so that a build which is cut off leaves nothing that the next one does not know.
    ///
    /// - Parameter paths: The files that the build will write, sorted.
    init(path: String, paths: [String]) throws(PublishingError) {
        self.path = path
        try OpenFolder.makeAll(path)
        let root = try OpenFolder(path)
        try Manifest.refuseForeignFolder(root)
        work = try root.makeFolder(Manifest.folder)
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        (manifest, manifestHash) = try Manifest.load(from: work)
        var survey = try FolderSurvey(root, paths: paths, known: manifest)
        files = survey.files
        for entry in try work.entries() where entry.name.hasPrefix("new-") || entry.name == Self.standInName {
            try work.remove(entry.name)
        }
        if files.contains(where: { $0.entry == nil }) {
            let announced = Manifest(sorted: files.map { Manifest.Entry(path: $0.path, hash: $0.known) })
            try work.write(announced.json, to: Manifest.fileName, by: "new-0", in: work)
        }
        try survey.makeFolders()
        self.survey = survey
    }

    /// Puts a file in place, whole, unless it is there with the same bytes.
    ///
    /// - Parameter worker: The number of the thread, so that threads do not share a name while they write.
    /// - Returns: How it stands there now; nil where it was there already.
    func put(_ bytes: [UInt8], at file: OutputFile, worker: Int) throws(PublishingError) -> FileStatus? {
        let folder = try folder(of: file)
        if let status = file.status, status.size == bytes.count, let old = try folder.file(file.name),
            try old.continues(with: bytes), try old.size() == bytes.count
        {
            return nil
        }
        return try work.write(bytes, to: file.name, by: "new-\(worker)", in: folder)
    }

    /// A file that comes in pieces. There is one at a time.
    func update(of file: OutputFile) throws(PublishingError) -> FileUpdate {
        try FileUpdate(of: file.name, in: folder(of: file), by: "new-large", in: work)
    }

    /// A hash of what a file holds; nil when there is none.
    func hash(of file: OutputFile) throws(PublishingError) -> UInt64? {
        try survey.folder(of: file)?.file(file.name)?.hash()
    }

    /// Writes the manifest, unless it is there already.
    ///
    /// - Returns: A hash of its file.
    func store(_ manifest: Manifest) throws(PublishingError) -> UInt64 {
        let json = manifest.json
        if try work.read(Manifest.fileName) != json {
            try work.write(json, to: Manifest.fileName, by: "new-0", in: work)
        }
        return ContentHash(json).value
    }

    /// Removes a file; nothing happens when there is none, or when something else stands there.
    func remove(_ file: OutputFile) throws(PublishingError) {
        try survey.folder(of: file)?.remove(file.name)
    }

    /// Puts one page where others are about to come or to go, as one file with many names where the file system has such.
    ///
    /// - Throws: `unwritable`.
    func standIn(_ bytes: [UInt8], for files: [OutputFile]) throws(PublishingError) {
        guard !files.isEmpty else { return }
        try work.write(bytes, to: Self.standInName, by: "new-0", in: work)
        for file in files {
            guard let folder = survey.folder(of: file) else { continue }
            if work.link(Self.standInName, as: "new-0"), try work.move("new-0", to: file.name, in: folder) { continue }
            try work.write(bytes, to: file.name, by: "new-0", in: folder)
        }
        try work.remove(Self.standInName)
    }

    /// Removes the folders that files were removed from, and those above them, where nothing is left in them.
    func removeEmptyFolders(of files: [OutputFile]) {
        survey.removeEmptyFolders(of: files)
    }

    private func folder(of file: OutputFile) throws(PublishingError) -> OpenFolder {
        guard let folder = survey.folder(of: file) else { throw .unwritable(path: "\(path)/\(file.path)", code: ENOENT) }
        return folder
    }
}
