/// What stands in an output folder, looked at before anything is written there.
struct FolderSurvey {
    private let root: OpenFolder
    /// The folders below the root that are open, by their paths.
    private(set) var folders: [String: OpenFolder] = [:]

    init(_ root: OpenFolder) {
        self.root = root
    }

    /// The paths at which a file stands, of those that are to be written and those that an earlier build wrote.
    ///
    /// - Throws: `inTheWay` when something else stands where a file or a folder is to be written; `foreignFile` when a file
    ///   stands there that no build wrote; `unreadable`.
    mutating func look(at paths: [String], known manifest: Manifest) throws(PublishingError) -> Set<String> {
        var standing: Set<String> = []
        let wanted = Set(paths)
        let names = paths + manifest.files.keys.filter { !wanted.contains($0) }
        let byFolder = Dictionary(grouping: names) { Self.split($0).folder }
        for folder in byFolder.keys.sorted() {
            let files = byFolder[folder] ?? []
            guard let entries = try entries(of: folder, isWanted: files.contains(where: wanted.contains)) else { continue }
            for file in files.sorted() {
                guard let kind = entries[Self.split(file).name] else { continue }
                if kind == .file, manifest.files[file] != nil {
                    standing.insert(file)
                } else if wanted.contains(file) {
                    throw kind == .file ? .foreignFile(path: shown(file)) : .inTheWay(path: shown(file))
                }
            }
        }
        return standing
    }

    /// Makes the folders of the files to come that are missing.
    mutating func makeFolders(for paths: [String]) throws(PublishingError) {
        for folder in Set(paths.map { Self.split($0).folder }).sorted() where !folder.isEmpty && folders[folder] == nil {
            var (parent, below) = (root, "")
            for part in folder.split(separator: "/") {
                below += below.isEmpty ? String(part) : "/\(part)"
                if let open = folders[below] {
                    parent = open
                } else {
                    parent = try parent.makeFolder(String(part))
                    folders[below] = parent
                }
            }
        }
    }

    /// What a folder holds; nil when it is missing, or when something else stands there and no file is to be written below it.
    private mutating func entries(
        of path: String, isWanted: Bool
    ) throws(PublishingError) -> [String: Disk.Entry.Kind]? {
        var (folder, below) = (root, "")
        for part in path.split(separator: "/") {
            below += below.isEmpty ? String(part) : "/\(part)"
            if let open = folders[below] {
                folder = open
                continue
            }
            do throws(PublishingError) {
                guard let opened = try folder.folder(String(part)) else { return nil }
                folder = opened
                folders[below] = opened
            } catch {
                if isWanted { throw error }
                return nil
            }
        }
        let entries = try folder.entries().map { ($0.name, $0.kind) }
        return Dictionary(entries) { $1 }
    }

    private func shown(_ file: String) -> String { "\(root.path)/\(file)" }

    /// The folder and the name in a path.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }
}
