import Basics
import Site

/// The files that a build wrote into a folder, each checked against the build's list as it is read.
struct BuiltSite: Sendable {
    let manifest: Manifest
    /// A hash of the manifest's file.
    let manifestHash: UInt64
    /// Whether no build that was cut off has left anything.
    let isTidy: Bool
    private let root: OpenFolder
    private let survey: FolderSurvey
    private let lock: FolderLock

    /// The files of the site, in the order of the manifest's entries.
    var files: [OutputFile] { survey.files }

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
        (manifest, manifestHash) = try Manifest.load(from: work)
        isTidy = try work.entries().allSatisfy { $0.name == Manifest.fileName || $0.name == FolderLock.fileName }
        guard manifest.entries.allSatisfy({ $0.hash != nil }) else { throw .unfinishedSite(path: path) }
        survey = try FolderSurvey(root, paths: [], known: manifest)
        if let missing = survey.files.first(where: { $0.status == nil }) { throw .damagedSite(path: "\(path)/\(missing.path)") }
    }

    /// The bytes of a file.
    ///
    /// - Throws: `damagedSite` when they are not those that the build wrote; `unreadable`.
    func read(_ file: OutputFile) throws(PublishingError) -> [UInt8] {
        let bytes = try survey.folder(of: file)?.read(file.name)
        guard let bytes, ContentHash(bytes).value == file.known else { throw .damagedSite(path: "\(root.path)/\(file.path)") }
        return bytes
    }
}
