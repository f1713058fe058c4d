import Foundation
import Publishing

/// The place of a file in an open folder or a folder in it, found without following a symbolic link.
struct PlacedFile {
    /// The names of the folders from the open folder to the file.
    let folders: [String]
    let name: String
    /// The permissions of the file; nil if there is none.
    let permissions: mode_t?
    private let folder: OpenFolder

    /// Finds the place of a file by its path relative to an open folder.
    ///
    /// - Parameter isNew: Whether there must be no file yet.
    /// - Throws: `changedMeanwhile` if there is no plain file at the path; `taken` if there is something where a new file goes.
    init(in root: OpenFolder, path: String, isNew: Bool = false) throws(PublishingError) {
        var folders = path.split(separator: "/").map(String.init)
        name = folders.popLast() ?? ""
        self.folders = folders
        var folder = root
        for name in folders {
            if isNew {
                folder = try folder.makeFolder(name)
            } else {
                guard let next = try folder.folder(name) else { throw .changedMeanwhile(path: root.displayPath(of: path)) }
                folder = next
            }
        }
        let entry = try folder.entry(name)
        if isNew, entry != nil { throw .taken(path: root.displayPath(of: path)) }
        guard isNew || entry?.kind == .file else { throw .changedMeanwhile(path: root.displayPath(of: path)) }
        permissions = entry?.permissions
        self.folder = folder
    }

    /// The path for messages.
    var displayPath: String { folder.displayPath(of: name) }
    private var temporary: String { Disk.temporaryName(for: ".\(name)") }

    /// Checks that the file still holds these bytes; nil means that there is no file.
    ///
    /// - Throws: `changedMeanwhile`.
    func require(_ bytes: [UInt8]?) throws(PublishingError) {
        guard try folder.read(name) == bytes else { throw .changedMeanwhile(path: displayPath) }
    }

    /// Writes new bytes under a temporary name.
    ///
    /// - Parameter isFlushed: Whether they are stored on disk before this returns.
    /// - Throws: `unwritable`.
    func prepare(_ new: [UInt8], isFlushed: Bool) throws(PublishingError) {
        var file = try folder.createTemporary(temporary, for: name)
        try file.append(new)
        if isFlushed { try file.flush() }
        try file.close()
        guard let permissions else { return }
        guard folder.setPermissions(permissions, of: temporary) else { throw .unwritable(path: displayPath, code: errno) }
    }

    /// Removes what ``prepare(_:isFlushed:)`` wrote.
    func discardPrepared() { folder.discard(temporary) }

    /// Puts what ``prepare(_:isFlushed:)`` wrote in place, or removes the file, if it still holds the old bytes.
    ///
    /// A file is replaced as a whole and keeps its permissions. A new one never replaces another.
    ///
    /// - Parameters:
    ///   - old: The bytes that the file has; nil if there is none.
    ///   - new: The bytes that were prepared; nil to remove the file.
    /// - Throws: `changedMeanwhile`, `taken`, `inTheWay`, `unwritable`.
    func change(from old: [UInt8]?, to new: [UInt8]?) throws(PublishingError) {
        try require(old)
        guard let new else { return try folder.remove(name) }
        if old == nil {
            guard try folder.linkOrCopy(temporary, holding: new, as: name) else { throw .taken(path: displayPath) }
            discardPrepared()
        } else {
            guard try folder.move(temporary, to: name) else { throw .inTheWay(path: displayPath) }
        }
    }

    /// Stores the entries of the file's folder on disk.
    func flushFolder() throws(PublishingError) { try folder.flush() }
}
