/// A file that a build will write, or that an earlier build wrote.
struct OutputFile: Sendable {
    /// The path relative to the output folder.
    let path: String
    /// The number of its folder in the listing.
    let folder: Int
    let name: String
    /// Whether this build writes it.
    let isWanted: Bool
    /// The number of its entry in the earlier build's manifest; nil if it has none.
    let entry: Int?
    /// The hash of what the earlier build wrote; nil if that did not write the file, or was interrupted.
    let known: UInt64?
    /// The status of the existing file; nil if there is none.
    var status: FileStatus?
    /// Whether every change of the file would show in its status.
    var isStatusTrusted = false
}

/// The files and folders of an output folder, looked up before anything is written there.
struct OutputListing {
    /// The output folder or a folder in it.
    private struct Folder {
        let path: String
        let name: String
        let parent: Int
        /// Whether this build writes a file into it or into a folder in it.
        var isWanted = false
        var open: OpenFolder?
    }

    /// The files that the build will write and those that an earlier build wrote, sorted by path.
    private(set) var files: [OutputFile] = []
    /// The output folder comes first, and every other folder after the one that contains it.
    private var folders: [Folder]

    /// Looks up the files that the build will write and those that an earlier build wrote.
    ///
    /// - Parameters:
    ///   - root: The output folder.
    ///   - paths: The paths of the files that the build will write, sorted.
    ///   - manifest: The manifest of the earlier build.
    /// - Throws: `inTheWay` if something other than a file or a folder has the path of one; `foreignFile` if a file that no build
    ///   wrote has the path of a new one; `unreadable`.
    init(_ root: OpenFolder, paths: [String], known manifest: Manifest) throws(PublishingError) {
        folders = [Folder(path: "", name: "", parent: 0, isWanted: true, open: root)]
        list(paths, manifest.entries)
        let trustedDevice = ChangeTimes.trustedDevice(of: root.descriptor, includesMemory: true)
        try openFolders()
        for index in files.indices {
            let file = files[index]
            guard let folder = folders[file.folder].open, let existing = try folder.entry(file.name) else { continue }
            if existing.kind == .file, file.entry != nil {
                files[index].status = existing.file
                files[index].isStatusTrusted = existing.file.device == trustedDevice
            } else if file.isWanted {
                let path = "\(root.path)/\(file.path)"
                throw existing.kind == .file ? .foreignFile(path: path) : .inTheWay(path: path)
            }
        }
    }

    /// The files that the build will write: the same list where those are all, which needs no memory.
    var wantedFiles: [OutputFile] { files.allSatisfy(\.isWanted) ? files : files.filter(\.isWanted) }

    /// The folder of a file; nil if it does not exist.
    func folder(of file: OutputFile) -> OpenFolder? { folders[file.folder].open }

    /// Whether nothing is at the paths of the files that the build will write, nor of the folders in the output folder that hold
    /// them.
    var isFree: Bool {
        files.allSatisfy { $0.status == nil }
            && folders.dropFirst().allSatisfy { $0.parent > 0 || !$0.isWanted || $0.open == nil }
    }

    /// The same files and folders with another folder in the place of the output folder. Folders in it are not opened.
    func placed(in folder: OpenFolder) -> OutputListing {
        var other = self
        for index in folders.indices { other.folders[index].open = index == 0 ? folder : nil }
        return other
    }

    /// Opens the folders that exist.
    ///
    /// - Parameter ignoresOthers: Whether it does not matter if something else is at the path of a folder that the build needs.
    mutating func openFolders(ignoresOthers: Bool = false) throws(PublishingError) {
        for index in folders.indices.dropFirst() {
            do throws(PublishingError) {
                folders[index].open = try folders[folders[index].parent].open?.folder(folders[index].name)
            } catch {
                if folders[index].isWanted, !ignoresOthers { throw error }
            }
        }
    }

    /// Removes all files whose names start with a prefix from the existing folders.
    func removeFiles(withPrefix prefix: String) throws(PublishingError) {
        for folder in folders.compactMap(\.open) {
            for entry in try folder.entries() where entry.name.hasPrefix(prefix) { try folder.remove(entry.name) }
        }
    }

    /// Creates the missing folders of the files that the build will write.
    mutating func makeFolders() throws(PublishingError) {
        for index in folders.indices where folders[index].isWanted && folders[index].open == nil {
            folders[index].open = try folders[folders[index].parent].open?.makeFolder(folders[index].name)
        }
    }

    /// Removes the folders of some files, and the folders that contain them, if they are empty.
    func removeEmptyFolders(of files: [OutputFile]) {
        var emptied: Set<Int> = []
        for file in files {
            var folder = file.folder
            while folder > 0, emptied.insert(folder).inserted { folder = folders[folder].parent }
        }
        for folder in emptied.sorted(by: >) { folders[folders[folder].parent].open?.removeFolder(folders[folder].name) }
    }

    /// Merges the two sorted lists and finds the folders of the files.
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
            // Most files are in the same folder as the one before.
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

    /// The number of a folder, which is added if it is new.
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
