import Site

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that a build writes into, and nothing outside it.
///
/// Folders are opened once, without following symbolic links, and every file is reached through them, so that no link in the
/// output leads a write out of it. A file appears whole or not at all: it is written under another name and then renamed.
/// Files are read, written and removed from several threads at a time.
final class OutputFolder: Sendable {
    /// As people are told it.
    let path: String
    /// What an earlier build wrote; empty in a new folder.
    let manifest: Manifest
    /// The paths, of those asked for, at which a file stands.
    let standing: Set<String>
    private let root: OpenFolder
    /// The build's own folder, where files are written before they are put in place.
    private let work: OpenFolder
    private let folders: [String: OpenFolder]
    private let lock: FolderLock

    private static let standInName = "stand-in.html"

    /// Opens a folder, making it if it is missing, locks it against other builds and looks at what is there. Nothing but the
    /// folder and the build's own folder in it is made before all is found in order.
    ///
    /// - Parameters:
    ///   - paths: The files that the build will write.
    ///   - announce: Gets the manifest, to write it in a form that names the files to come, before anything else is written.
    init(
        path: String, paths: [String], announcing announce: (Manifest) -> Manifest
    ) throws(PublishingError) {
        self.path = path
        try OpenFolder.makeAll(path)
        root = try OpenFolder(path)
        try Manifest.refuseForeignFolder(root)
        work = try root.makeFolder(Manifest.folder)
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        manifest = try Manifest.load(from: work)
        var found = FolderSurvey(root)
        standing = try found.look(at: paths, known: manifest)
        for entry in try work.entries() where entry.name.hasPrefix("new-") || entry.name == Self.standInName {
            try work.remove(entry.name)
        }
        let announced = announce(manifest)
        if announced != manifest { try work.write(announced.json, to: Manifest.fileName, by: "new-0", in: work) }
        try found.makeFolders(for: paths)
        folders = found.folders
    }

    /// Puts a file in place, whole, unless it is there with the same bytes.
    ///
    /// - Parameter worker: The number of the thread, so that threads do not share a name while they write.
    /// - Returns: Whether it had to be written.
    func put(_ bytes: [UInt8], at file: String, worker: Int) throws(PublishingError) -> Bool {
        let (folder, name) = try place(of: file)
        if standing.contains(file), let old = try folder.file(name), try old.size() == bytes.count,
            try old.continues(with: bytes)
        {
            return false
        }
        try work.write(bytes, to: name, by: "new-\(worker)", in: folder)
        return true
    }

    /// A file that comes in pieces. There is one at a time.
    func update(of file: String) throws(PublishingError) -> FileUpdate {
        let (folder, name) = try place(of: file)
        return try FileUpdate(of: name, in: folder, by: "new-large", in: work)
    }

    /// Writes the manifest, unless it is there already.
    func store(_ manifest: Manifest) throws(PublishingError) {
        let json = manifest.json
        guard try work.read(Manifest.fileName) != json else { return }
        try work.write(json, to: Manifest.fileName, by: "new-0", in: work)
    }

    /// Removes a file; nothing happens when there is none, or when something else stands there.
    func remove(_ file: String) throws(PublishingError) {
        guard let (folder, name) = locate(file) else { return }
        try folder.remove(name)
    }

    /// Puts one page where others are about to come or to go, as one file with many names where the file system has such.
    ///
    /// - Throws: `unwritable`.
    func standIn(_ bytes: [UInt8], for files: [String]) throws(PublishingError) {
        guard !files.isEmpty else { return }
        try work.write(bytes, to: Self.standInName, by: "new-0", in: work)
        for file in files {
            guard let (folder, name) = locate(file) else { continue }
            if work.link(Self.standInName, as: "new-0"), try work.move("new-0", to: name, in: folder) { continue }
            try work.write(bytes, to: name, by: "new-0", in: folder)
        }
        try work.remove(Self.standInName)
    }

    /// Removes the folders that files were removed from, and those above them, where nothing is left in them.
    func removeEmptyFolders(of files: [String]) {
        var names: Set<String> = []
        for file in files {
            var folder = FolderSurvey.split(file).folder
            while !folder.isEmpty, names.insert(folder).inserted { folder = FolderSurvey.split(folder).folder }
        }
        for name in names.sorted(by: >) {
            if let (parent, last) = locate(name) { parent.removeFolder(last) }
        }
    }

    private func place(of file: String) throws(PublishingError) -> (folder: OpenFolder, name: String) {
        guard let place = locate(file) else { throw .unwritable(path: "\(path)/\(file)", code: ENOENT) }
        return place
    }

    private func locate(_ file: String) -> (folder: OpenFolder, name: String)? {
        let (folder, name) = FolderSurvey.split(file)
        return folder.isEmpty ? (root, name) : folders[folder].map { ($0, name) }
    }
}
