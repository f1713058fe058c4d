import Basics
import Foundation

/// An output folder that a build wrote, locked against other builds, with the bytes of its manifest.
struct WrittenSite: Sendable {
    let root: OpenFolder
    /// The bytes of the manifest's file.
    let manifest: [UInt8]
    /// The hash of the manifest's file.
    let manifestHash: UInt64
    /// Whether an interrupted build has left temporary files.
    let hasTemporaryFiles: Bool
    private let lock: FolderLock

    /// Opens the output folder of a build and locks it against other builds.
    ///
    /// - Throws: `folderMissing`; `noSite` if no build wrote the folder; `locked`; `unreadable`.
    init(_ path: String) throws(PublishingError) {
        root = try OpenFolder(path)
        guard let work = try root.folder(Manifest.folder), try work.entries().contains(where: { $0.name == Manifest.fileName })
        else { throw .noSite(path: path) }
        guard let lock = FolderLock(folder: root.descriptor, work: work.descriptor) else { throw .locked(path: path) }
        self.lock = lock
        manifest = try work.read(Manifest.fileName) ?? []
        manifestHash = ContentHash(manifest).value
        hasTemporaryFiles = try !work.entries().allSatisfy {
            $0.name == Manifest.fileName || $0.name == FolderLock.fileName
        }
    }

    /// Whether the site is as the build of a record left it. Only files whose status shows too little are read.
    func isUnchanged(since record: BuildRecord) -> Bool {
        guard manifestHash == record.manifest else { return false }
        var files = ManifestLines(manifest)
        let device = ChangeTimes.trustedDevice(of: root.descriptor, includesMemory: true)
        var folder = (path: ArraySlice<UInt8>(), open: root)
        var entry = 0
        while let file = files.next() {
            guard entry < record.files.count else { return false }
            if file.folder != folder.path {
                guard let opened = open(file.folder) else { return false }
                folder = (file.folder, opened)
            }
            guard isUnchanged(file, entry, in: folder.open, record, device) else { return false }
            entry += 1
        }
        return entry == record.files.count
    }

    /// Opens a folder of the site; nil if there is none, or something else in its place.
    private func open(_ path: ArraySlice<UInt8>) -> OpenFolder? {
        var folder = root
        for name in path.split(separator: UInt8(ascii: "/")) {
            guard let next = try? folder.folder(String(decoding: name, as: UTF8.self)) else { return nil }
            folder = next
        }
        return folder
    }

    private func isUnchanged(
        _ file: ManifestLines.Line, _ entry: Int, in folder: OpenFolder, _ record: BuildRecord, _ device: UInt64?
    ) -> Bool {
        var status = stat()
        let found = file.withName { fstatat(folder.descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        guard found == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let known = FileStatus(status)
        if known.device == device, record.isUnchanged(entry, known) { return true }
        guard let content = (try? folder.readableFile(file.name))?.hash() else { return false }
        return content == file.hash
    }
}
