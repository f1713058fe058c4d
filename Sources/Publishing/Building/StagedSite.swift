import Foundation
import Site
import Synchronization

/// A site that is written in a folder of its own, because nothing of it is in the output folder yet.
///
/// Its files get their own names at once, which is faster than a temporary name for each. When all are written, the entries of that
/// folder are moved into the output folder, the home page last. No entry that has appeared there meanwhile is replaced. Where a file
/// system cannot move an entry, its files are moved or copied one by one.
final class StagedSite: Sendable {
    /// The name of the folder in `.knowhow`.
    static let folderName = "new-site"

    private let root: OpenFolder
    private let work: OpenFolder
    private let staging: OpenFolder
    private let listing: OutputListing
    /// The files of the site.
    private let files: [OutputFile]
    /// Where the files are: in the staging folder, and in the output folder after they were moved there.
    private let place: Mutex<OutputListing>
    private let published = Mutex(Published())

    /// What is in the output folder, as numbers of files.
    private struct Published {
        var files: [Int] = []
        /// Files whose folders are this site's own, whether the files are there or not.
        var inOwnFolders: [Int] = []
    }

    /// An entry of the output folder.
    private struct TopEntry {
        let name: String
        /// The numbers of its files.
        let files: [Int]
        /// Folders come first, then files in the order of their links.
        let order: Int
    }

    /// Creates the folders; nil if something has the name of the staging folder.
    ///
    /// - Parameters:
    ///   - listing: The files and folders of the output folder, none of which is there.
    ///   - root: The output folder.
    ///   - work: The folder `.knowhow` in it.
    init?(_ listing: OutputListing, root: OpenFolder, work: OpenFolder) throws(PublishingError) {
        guard let staging = try work.makeNewFolder(Self.folderName) else { return nil }
        self.root = root
        self.work = work
        self.staging = staging
        self.listing = listing
        files = listing.wantedFiles
        var place = listing.placed(in: staging)
        try place.makeFolders()
        self.place = Mutex(place)
    }

    /// The open folder of a file; nil after its folder was moved.
    func folder(of file: OutputFile) -> OpenFolder? { place.withLock { $0.folder(of: file) } }

    /// Moves the site into the output folder.
    ///
    /// - Returns: The numbers of those files whose status is another than when they were written.
    /// - Throws: `inTheWay` or `foreignFile` if something has appeared in the output folder; `unwritable`. Then ``remove()`` has to be
    ///   called.
    func publish() throws(PublishingError) -> [Int] {
        // Some file systems do not move a folder that is open.
        place.withLock { $0 = listing.placed(in: root) }
        // A power failure leaves no site with empty files, but none or all of it.
        try staging.flushFileSystem()
        let entries = topEntries()
        var restamped: [Int] = []
        for (number, entry) in entries.enumerated() {
            switch staging.move(entry.name, toFreeName: entry.name, in: root) {
            case .done:
                published.withLock { published in
                    published.files += entry.files
                    published.inOwnFolders += entry.files
                }
                restamped += entry.files.filter { files[$0].folder == 0 }
            case .taken: throw taken(entry.name)
            case .failed:
                let rest = entries[number...]
                for entry in rest where try root.entry(entry.name) != nil { throw taken(entry.name) }
                let indices = rest.flatMap(\.files)
                try publishOneByOne(indices)
                try work.removeTree(Self.folderName)
                return restamped + indices
            }
        }
        work.removeFolder(Self.folderName)
        return restamped
    }

    private func topEntries() -> [TopEntry] {
        Dictionary(grouping: files.indices) { files[$0].path.prefix { $0 != "/" } }.map { name, numbers in
            let isFolder = name.utf8.count < files[numbers[0]].path.utf8.count
            return TopEntry(
                name: String(name), files: numbers, order: isFolder ? -1 : LinkTier(formerPath: String(name)).rawValue)
        }.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
    }

    /// Moves files into the output folder one by one, those to which others link first. What cannot be moved is copied.
    private func publishOneByOne(_ numbers: [Int]) throws(PublishingError) {
        var (from, to) = (listing.placed(in: staging), listing.placed(in: root))
        published.withLock { $0.inOwnFolders += numbers }
        try from.makeFolders()
        try to.makeFolders()
        let opened = to
        place.withLock { $0 = opened }
        for number in numbers.sorted(by: { Self.isLinked(files[$0], before: files[$1]) }) {
            let file = files[number]
            guard let source = from.folder(of: file), let target = to.folder(of: file) else { continue }
            switch source.move(file.name, toFreeName: file.name, in: target) {
            case .done: break
            case .taken: throw taken(file.path)
            case .failed:
                try copy(file.name, from: source, to: target)
                // So no more room is needed than for one file.
                source.discard(file.name)
            }
            published.withLock { $0.files.append(number) }
        }
    }

    private func copy(_ name: String, from source: OpenFolder, to target: OpenFolder) throws(PublishingError) {
        guard let size = try source.entry(name)?.file.size, let old = try source.readableFile(name) else {
            throw .unreadable(path: source.displayPath(of: name), code: ENOENT)
        }
        let temporary = "\(OutputFolder.temporaryPrefixInSite)0"
        var new = try target.createTemporary(temporary, for: name)
        do throws(PublishingError) {
            try new.append(first: Int(size), of: old)
            try new.close()
        } catch {
            target.discard(temporary)
            throw error
        }
        switch target.move(temporary, toFreeName: name, in: target) {
        case .done: return
        case .taken:
            target.discard(temporary)
            throw .inTheWay(path: target.displayPath(of: name))
        case .failed(let code):
            target.discard(temporary)
            throw .unwritable(path: target.displayPath(of: name), code: code)
        }
    }

    /// Whether a file comes before another in the order in which files link to one another.
    private static func isLinked(_ file: OutputFile, before other: OutputFile) -> Bool {
        (LinkTier(formerPath: file.path), file.path) < (LinkTier(formerPath: other.path), other.path)
    }

    private func taken(_ path: String) -> PublishingError {
        .inTheWay(path: root.displayPath(of: path))
    }

    /// Removes the files of the site, wherever they are, those that link to others first. What others have put into the output folder
    /// stays.
    func remove() throws(PublishingError) {
        var place = listing.placed(in: root)
        try place.openFolders(ignoresOthers: true)
        let published = published.withLock { $0 }
        for number in published.files.sorted(by: { Self.isLinked(files[$1], before: files[$0]) }) {
            let file = files[number]
            try place.folder(of: file)?.remove(file.name)
        }
        place.removeEmptyFolders(of: published.inOwnFolders.map { files[$0] })
        try work.removeTree(Self.folderName)
    }
}
