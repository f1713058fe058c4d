import Foundation
import Publishing

/// A plain file in an open folder or a folder in it, found without following a symbolic link.
struct ExistingFile {
    /// The names of the folders from the open folder to the file.
    let folders: [String]
    let name: String
    /// The permissions of the file.
    let permissions: mode_t
    private let folder: OpenFolder

    /// Finds a file by its path relative to an open folder.
    ///
    /// - Throws: `changedMeanwhile` if there is no plain file at the path.
    init(in root: OpenFolder, path: String) throws(PublishingError) {
        var folders = path.split(separator: "/").map(String.init)
        name = folders.removeLast()
        self.folders = folders
        var folder = root
        for name in folders {
            guard let next = try folder.folder(name) else { throw .changedMeanwhile(path: root.displayPath(of: path)) }
            folder = next
        }
        guard let entry = try folder.entry(name), entry.kind == .file else {
            throw .changedMeanwhile(path: root.displayPath(of: path))
        }
        permissions = entry.permissions
        self.folder = folder
    }

    /// Checks that the file still holds these bytes.
    ///
    /// - Throws: `changedMeanwhile`.
    func requireUnchanged(from bytes: [UInt8]) throws(PublishingError) {
        guard try folder.read(name) == bytes else { throw .changedMeanwhile(path: folder.displayPath(of: name)) }
    }

    private var temporary: String { Disk.temporaryName(for: ".\(name)") }
    private var displayPath: String { folder.displayPath(of: name) }

    /// Writes the new bytes under a temporary name.
    ///
    /// - Throws: `unwritable`.
    func prepare(_ new: [UInt8]) throws(PublishingError) {
        var file = try folder.create(temporary, displayPath: displayPath)
        try file.append(new)
        try file.close()
        guard folder.setPermissions(permissions, of: temporary) else { throw .unwritable(path: displayPath, code: errno) }
    }

    /// Removes what ``prepare(_:)`` wrote.
    func discardPrepared() { folder.discard(temporary) }

    /// Replaces the file as a whole by what ``prepare(_:)`` wrote, if it still holds the old bytes. Its permissions stay.
    ///
    /// - Throws: `changedMeanwhile`, `inTheWay`, `unwritable`.
    func replace(_ old: [UInt8]) throws(PublishingError) {
        try requireUnchanged(from: old)
        guard try folder.move(temporary, to: name) else { throw .inTheWay(path: displayPath) }
    }
}
