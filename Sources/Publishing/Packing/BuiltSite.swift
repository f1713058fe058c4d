import Site

/// The files that a build wrote into a folder, each checked against the build's list as it is read.
struct BuiltSite: Sendable {
    let manifest: Manifest
    private let root: OpenFolder
    private let folders: [String: OpenFolder]
    private let lock: FolderLock

    /// Opens the output folder of a build, and keeps builds out of it.
    ///
    /// - Throws: `folderMissing`; `noSite` when no build wrote the folder; `unfinishedSite` when one did not come to its end;
    ///   `damagedSite` when a file is missing; `locked`; `brokenManifest`; `unreadable`.
    init(_ path: String) throws(PublishingError) {
        root = try OpenFolder(path)
        guard let work = try root.folder(Manifest.folder), try work.entries().contains(where: { $0.name == Manifest.fileName })
        else { throw .noSite(path: path) }
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        manifest = try Manifest.load(from: work)
        guard !manifest.files.values.contains("") else { throw .unfinishedSite(path: path) }
        var survey = FolderSurvey(root)
        let standing = try survey.look(at: [], known: manifest)
        folders = survey.folders
        if let missing = manifest.files.keys.filter({ !standing.contains($0) }).min() {
            throw .damagedSite(path: "\(path)/\(missing)")
        }
    }

    /// The bytes of a file.
    ///
    /// - Throws: `damagedSite` when they are not those that the build wrote; `unreadable`.
    func read(_ path: String) throws(PublishingError) -> [UInt8] {
        let (folder, name) = FolderSurvey.split(path)
        let bytes = try (folder.isEmpty ? root : folders[folder])?.read(name)
        guard let bytes, ContentHash(bytes).hexadecimal == manifest.files[path] else {
            throw .damagedSite(path: "\(root.path)/\(path)")
        }
        return bytes
    }
}
