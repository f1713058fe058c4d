import Foundation
import Publishing

/// A new folder that keeps files of the content as they were before they were changed.
///
/// It is in `.backup` in the content folder, where no content is read, and has the folders of the content in it. Commands number their
/// folders, `001`, `002` …; saves of the desk name theirs by the time, `20260401T093000Z`. No later change writes into a folder.
struct BackupFolder {
    /// The name of the folder with all backups.
    static let name = ".backup"

    private let all: OpenFolder
    private let folder: OpenFolder
    private let name: String
    /// The path for messages.
    var path: String { folder.path }

    /// Creates the folder.
    ///
    /// - Parameter name: Its name, to which a number is added if it is taken; nil for the next free number.
    init(in root: OpenFolder, name: String? = nil) throws(PublishingError) {
        all = try root.makeFolder(Self.name)
        var number = name == nil ? (try all.entries().compactMap { Int($0.name) }.max() ?? 0) + 1 : 1
        while true {
            let digits = String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
            let free = name.map { number == 1 ? $0 : "\($0)-\(digits)" } ?? digits
            if let made = try all.makeNewFolder(free) {
                folder = made
                self.name = free
                return
            }
            number += 1
        }
    }

    /// Writes the bytes of a file under the path that it has in the content folder. Under this name, the file is always whole.
    func keep(_ bytes: [UInt8], of original: PlacedFile, isFlushed: Bool) throws(PublishingError) {
        var folder = folder
        for name in original.folders { folder = try folder.makeFolder(name) }
        let temporary = Disk.temporaryName(for: ".\(original.name)")
        var file = try folder.createTemporary(temporary, for: original.name)
        try file.append(bytes)
        if isFlushed { try file.flush() }
        try file.close()
        if let permissions = original.permissions { folder.setPermissions(permissions, of: temporary) }
        _ = try folder.move(temporary, to: original.name)
        if isFlushed { try folder.flush() }
    }

    /// Stores the entries of the folder on disk.
    func flush() throws(PublishingError) {
        try folder.flush()
        try all.flush()
    }

    /// Removes the folder, because nothing was changed.
    func discard() { try? all.removeTree(name) }
}
