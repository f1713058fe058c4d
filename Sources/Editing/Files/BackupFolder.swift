import Publishing

/// A new folder that keeps the files of one run of `check --fix` as they were before.
///
/// It is `.backup/001`, `.backup/002` … in the content folder, where no content is read, and has the folders of the content in it.
/// No later run writes into it.
struct BackupFolder {
    private static let name = ".backup"

    private let folder: OpenFolder
    /// The path for messages.
    var path: String { folder.path }

    /// Creates the folder with the next free number.
    init(in root: OpenFolder) throws(PublishingError) {
        let all = try root.makeFolder(Self.name)
        var number = (try all.entries().compactMap { Int($0.name) }.max() ?? 0) + 1
        while true {
            let name = String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
            if let made = try all.makeNewFolder(name) {
                folder = made
                return
            }
            number += 1
        }
    }

    /// Writes the bytes of a file under the path that it has in the content folder.
    func keep(_ bytes: [UInt8], of original: ExistingFile) throws(PublishingError) {
        var folder = folder
        for name in original.folders { folder = try folder.makeFolder(name) }
        var file = try folder.create(original.name, displayPath: folder.displayPath(of: original.name))
        try file.append(bytes)
        try file.close()
        folder.setPermissions(original.permissions, of: original.name)
    }
}
