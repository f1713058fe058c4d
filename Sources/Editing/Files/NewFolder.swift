import CasebookLoading
import Foundation
import Publishing

/// A folder that a command fills with files that somebody will edit.
///
/// The files are written into a temporary folder inside it and moved out when all are complete, so no folder is left half filled.
struct NewFolder {
    private let path: String

    /// - Parameter path: The path of the folder. It need not exist.
    init(_ path: String) {
        self.path = path
    }

    /// Writes files, and creates the folder and those above it if they are missing.
    ///
    /// - Parameter files: The files by their paths in the folder.
    /// - Throws: `folderInUse` if the folder holds files; `taken` if it holds a hidden file of the same name; `notFolder`;
    ///   `unwritable`.
    func write(_ files: [(path: String, bytes: [UInt8])]) throws(PublishingError) {
        let isNew = Disk.status(of: path) == nil
        if isNew { try OpenFolder.makeAll(path) }
        let folder = try OpenFolder(path)
        let others = try folder.entries().filter { entry in
            entry.kind == .folder ? !SystemFiles.isFolder(entry.name) : !SystemFiles.isFile(entry.name)
        }
        guard others.isEmpty else { throw .folderInUse(path: path) }
        let name = ".\(Disk.temporaryName(for: "new"))"
        var moved: [String] = []
        do throws(PublishingError) {
            try folder.removeTree(name)
            let temporary = try folder.makeFolder(name)
            for file in files { try Self.write(file, into: temporary) }
            try temporary.flushFileSystem()
            for entry in try temporary.entries() {
                try Self.move(entry.name, from: temporary, to: folder)
                moved.append(entry.name)
            }
            folder.removeFolder(name)
            try folder.flush()
        } catch {
            for entry in moved + [name] {
                try? folder.removeTree(entry)
                try? folder.remove(entry)
            }
            if isNew { rmdir(path) }
            throw error
        }
    }

    private static func move(_ name: String, from old: OpenFolder, to new: OpenFolder) throws(PublishingError) {
        if renameToFreeName(old.descriptor, name, new.descriptor, name) == 0 { return }
        var code = errno
        if [EINVAL, ENOSYS, ENOTSUP].contains(code), try new.entry(name) == nil {
            if renameat(old.descriptor, name, new.descriptor, name) == 0 { return }
            code = errno
        }
        throw code == EEXIST
            ? .taken(path: new.displayPath(of: name)) : .unwritable(path: new.displayPath(of: name), code: code)
    }

    private static func write(_ file: (path: String, bytes: [UInt8]), into folder: OpenFolder) throws(PublishingError) {
        var folder = folder
        var parts = file.path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { return }
        for part in parts { folder = try folder.makeFolder(part) }
        var new = try folder.create(name, displayPath: folder.path)
        try new.append(file.bytes)
        try new.close()
    }
}
