#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of its own for the files of one fixing, as they were: `.backup/001`, `.backup/002` … below the content folder, where
/// nothing is read. Each has the folders of the content in it. None is ever written to again.
struct BackupFolder {
    private static let name = ".backup"

    private let folder: OpenFolder
    /// As people are told it.
    var path: String { folder.path }

    /// Makes the folder with the next number that is free.
    init(in root: OpenFolder) throws(PublishingError) {
        let all = try root.makeFolder(Self.name)
        var number = (try all.entries().compactMap { Int($0.name) }.max() ?? 0) + 1
        while true {
            let name = String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
            if mkdirat(all.descriptor, name, 0o755) == 0 {
                guard let made = try all.folder(name) else { throw .unwritable(path: all.shown(name), code: ENOENT) }
                folder = made
                return
            }
            guard errno == EEXIST else { throw .unwritable(path: all.shown(name), code: errno) }
            number += 1
        }
    }

    /// Writes a file's bytes under its own path.
    func keep(_ bytes: [UInt8], of place: FilePlace) throws(PublishingError) {
        var folder = folder
        for name in place.folders { folder = try folder.makeFolder(name) }
        var file = try folder.create(place.name, as: folder.shown(place.name))
        try file.append(bytes)
        _ = try file.close()
        fchmodat(folder.descriptor, place.name, place.mode, 0)
    }

    /// Has the system put on the disk what was kept.
    static func settle() { sync() }
}
