#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file in an open folder or one below it, reached without following a symbolic link.
struct FilePlace {
    /// The folders from the root to the file.
    let folders: [String]
    let name: String
    /// Who may read and write it.
    let mode: mode_t
    private let folder: OpenFolder

    /// Finds a plain file by its path below a folder.
    ///
    /// - Throws: `changedMeanwhile` when it is none any more.
    init(below root: OpenFolder, path: String) throws(PublishingError) {
        var folders = path.split(separator: "/").map(String.init)
        name = folders.removeLast()
        self.folders = folders
        var folder = root
        for name in folders {
            guard let next = try folder.folder(name) else { throw .changedMeanwhile(path: root.shown(path)) }
            folder = next
        }
        guard let status = try folder.status(of: name), status.st_mode & S_IFMT == S_IFREG else {
            throw .changedMeanwhile(path: root.shown(path))
        }
        mode = status.st_mode & 0o7777
        self.folder = folder
    }

    /// Makes sure that the file still holds these bytes.
    func confirm(_ bytes: [UInt8]) throws(PublishingError) {
        guard try folder.read(name) == bytes else { throw .changedMeanwhile(path: folder.shown(name)) }
    }

    /// Puts a file with other bytes in place of this one, if it still holds what it held.
    func replace(_ old: [UInt8], by new: [UInt8]) throws(PublishingError) {
        let temporary = ".\(name).\(getpid()).part"
        var file = try folder.create(temporary, as: folder.shown(name))
        do throws(PublishingError) {
            try file.append(new)
            _ = try file.close()
            guard fchmodat(folder.descriptor, temporary, mode, 0) == 0 else {
                throw .unwritable(path: folder.shown(name), code: errno)
            }
            try confirm(old)
        } catch {
            folder.discard(temporary)
            throw error
        }
        guard try folder.move(temporary, to: name, in: folder) else { throw .inTheWay(path: folder.shown(name)) }
    }
}
