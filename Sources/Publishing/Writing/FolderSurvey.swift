#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What stands in an output folder, looked at before anything is written there.
struct FolderSurvey {
    /// A folder below the root, or the root itself.
    private struct Folder {
        let path: String
        let name: String
        let parent: Int
        /// Whether a file of this build comes into it or below it.
        var isWanted = false
        var open: OpenFolder?
    }

    /// The files that are to be written and those that an earlier build wrote, sorted by path.
    private(set) var files: [OutputFile] = []
    /// The root is the first; every other one stands behind that which holds it.
    private var folders: [Folder]

    /// Looks at the files to be written and at those that an earlier build wrote.
    ///
    /// - Parameters:
    ///   - paths: What is to be written, sorted.
    /// - Throws: `inTheWay` when something else stands where a file or a folder is to be written; `foreignFile` when a file
    ///   stands there that no build wrote; `unreadable`.
    init(_ root: OpenFolder, paths: [String], known manifest: Manifest) throws(PublishingError) {
        folders = [Folder(path: "", name: "", parent: 0, isWanted: true, open: root)]
        list(paths, manifest.entries)
        for index in folders.indices.dropFirst() {
            do throws(PublishingError) {
                folders[index].open = try folders[folders[index].parent].open?.folder(folders[index].name)
            } catch {
                if folders[index].isWanted { throw error }
            }
        }
        for index in files.indices {
            let file = files[index]
            guard let folder = folders[file.folder].open, let status = try folder.status(of: file.name) else { continue }
            if status.st_mode & S_IFMT == S_IFREG, file.entry != nil {
                files[index].status = FileStatus(status)
            } else if file.isWanted {
                let path = "\(root.path)/\(file.path)"
                throw status.st_mode & S_IFMT == S_IFREG ? .foreignFile(path: path) : .inTheWay(path: path)
            }
        }
    }

    /// The folder of a file, where there is one.
    func folder(of file: OutputFile) -> OpenFolder? { folders[file.folder].open }

    /// Makes the folders of the files to come that are missing.
    mutating func makeFolders() throws(PublishingError) {
        for index in folders.indices where folders[index].isWanted && folders[index].open == nil {
            folders[index].open = try folders[folders[index].parent].open?.makeFolder(folders[index].name)
        }
    }

    /// Removes the folders of some files, and those above them, where nothing is left in them.
    func removeEmptyFolders(of files: [OutputFile]) {
        var emptied: Set<Int> = []
        for file in files {
            var folder = file.folder
            while folder > 0, emptied.insert(folder).inserted { folder = folders[folder].parent }
        }
        for folder in emptied.sorted(by: >) { folders[folders[folder].parent].open?.removeFolder(folders[folder].name) }
    }

    /// Merges two sorted lists, and finds the folders.
    private mutating func list(_ paths: [String], _ entries: [Manifest.Entry]) {
        files.reserveCapacity(max(paths.count, entries.count))
        var numbers = ["": 0]
        var (path, entry) = (0, 0)
        while path < paths.count || entry < entries.count {
            let isKnown = entry < entries.count && (path == paths.count || entries[entry].path <= paths[path])
            let isWanted = path < paths.count && (!isKnown || entries[entry].path == paths[path])
            let name = isKnown ? entries[entry].path : paths[path]
            let known = isKnown ? entries[entry] : nil
            add(name, isWanted: isWanted, entry: isKnown ? entry : nil, known: known?.hash, &numbers)
            if isWanted { path += 1 }
            if isKnown { entry += 1 }
        }
    }

    private mutating func add(
        _ path: String, isWanted: Bool, entry: Int?, known: UInt64?, _ numbers: inout [String: Int]
    ) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        var folder = 0
        if let slash {
            let parent = path[..<slash]
            // Files of one folder mostly follow one another.
            let last = files.last?.folder ?? 0
            folder = folders[last].path == parent ? last : number(of: String(parent), &numbers)
        }
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        files.append(OutputFile(path: path, folder: folder, name: name, isWanted: isWanted, entry: entry, known: known))
        guard isWanted else { return }
        while !folders[folder].isWanted {
            folders[folder].isWanted = true
            folder = folders[folder].parent
        }
    }

    /// The number of a folder; a new one where it was not met yet.
    private mutating func number(of path: String, _ numbers: inout [String: Int]) -> Int {
        if let number = numbers[path] { return number }
        var (parent, name) = (0, path)
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
            parent = number(of: String(path[..<slash]), &numbers)
            name = String(path[path.utf8.index(after: slash)...])
        }
        folders.append(Folder(path: path, name: name, parent: parent))
        numbers[path] = folders.count - 1
        return folders.count - 1
    }
}
