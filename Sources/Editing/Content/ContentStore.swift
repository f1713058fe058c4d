import Authoring
import Basics
import Diagnostics
import Foundation
import Publishing
import Synchronization

/// The text files of a content folder, for a program in which people edit them.
///
/// Only files of the casebook are read and written (``CaseForm/isContent(_:form:)``), and no symbolic link is followed. A change names
/// the version that was edited; if the file has another one, nothing is written. Whoever else writes into the folder at the same time, a
/// file always has its old bytes or its new ones.
///
/// Each changed file is kept as it was before in `.backup/`: the newest ``backupsPerFile`` versions of each file, of the last
/// ``savesKept`` saves. What `check --fix` and `import` keep is never removed.
public final class ContentStore: Sendable {
    /// How many earlier versions of a file are kept.
    public static let backupsPerFile = 50
    /// How many saves are kept, whatever files they changed.
    public static let savesKept = 1_000
    /// How many versions that were loaded are kept in memory, and how many bytes of them.
    private static let loadedLimit = (count: 64, bytes: 4 << 20)

    let content: String
    /// The versions that were loaded last, the oldest first.
    private let loaded = Mutex<[StoredFile]>([])
    /// One change at a time.
    private let turn = Mutex(())

    /// - Parameter content: The path of the content folder.
    public init(content: String) {
        self.content = content
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - location: Its path relative to the content folder.
    ///   - form: The declarations of the casebook; nil if they cannot be read. Then the files of terms are not known.
    public func load(_ location: String, form: CaseForm?) throws(StoreError) -> StoredFile {
        guard CaseForm.isContent(location, form: form) else { throw StoreError(.notInContent, at: location) }
        guard let bytes = try read(location) else { throw StoreError(.missing, at: path(of: location)) }
        let file = StoredFile(
            location: location, source: SourceFile(path: path(of: location), bytes: bytes), version: FileVersion(of: bytes))
        loaded.withLock { loaded in
            loaded.removeAll { $0.location == location && $0.version == file.version }
            loaded.append(file)
            var size = loaded.reduce(0) { $0 + $1.bytes.count }
            while loaded.count > Self.loadedLimit.count || size > Self.loadedLimit.bytes && loaded.count > 1 {
                size -= loaded.removeFirst().bytes.count
            }
        }
        return file
    }

    /// Returns the bytes of a version of a file: the one that is there, one that was loaded lately, or one in a backup. Nil if it is none
    /// of these.
    public func bytes(of location: String, version: FileVersion) -> [UInt8]? {
        let known = loaded.withLock { $0.last { $0.location == location && $0.version == version }?.bytes }
        if let known { return known }
        for backup in backups(of: location) {
            if let bytes = try? bytes(of: backup), FileVersion(of: bytes) == version { return bytes }
        }
        return nil
    }

    /// Changes files: all of them, or none.
    ///
    /// - Parameters:
    ///   - changes: The changes, at most one for each file.
    ///   - form: As for ``load(_:form:)``.
    ///   - date: The time, which names the backup.
    /// - Returns: The new version of each file; nil where the file was removed.
    @discardableResult
    public func save(_ changes: [FileChange], form: CaseForm?, at date: Date) throws(StoreError) -> [FileVersion?] {
        guard !changes.isEmpty else { return [] }
        for change in changes where !CaseForm.isContent(change.location, form: form) {
            throw StoreError(.notInContent, at: change.location)
        }
        return try turn.withLock { (_) throws(StoreError) in
            var files: [FileSet.Change] = []
            for change in changes { files.append(try checked(change)) }
            // What is the same already needs no backup.
            let changed = files.filter { $0.before != $0.after }
            if !changed.isEmpty {
                do throws(PublishingError) {
                    let root = try OpenFolder(content)
                    _ = try FileSet.write(changed, in: root, backup: BackupName.text(of: date))
                    Backups(root).removeOld(of: changed.map(\.location))
                } catch {
                    throw StoreError(error, at: path(of: changed[0].location))
                }
            }
            return files.map { $0.after.map(FileVersion.init(of:)) }
        }
    }

    /// A change with the bytes that the file has now, if they are the version that was edited.
    private func checked(_ change: FileChange) throws(StoreError) -> FileSet.Change {
        let (location, before) = (change.location, try read(change.location))
        func requireVersion(_ version: FileVersion) throws(StoreError) {
            guard let before else { throw StoreError(.missing, at: path(of: location)) }
            let found = FileVersion(of: before)
            guard found == version else { throw StoreError(.changed(found), at: path(of: location)) }
        }
        switch change {
        case .replace(_, let version, let bytes):
            try requireVersion(version)
            return FileSet.Change(location: location, before: before, after: bytes)
        case .remove(_, let version):
            try requireVersion(version)
            return FileSet.Change(location: location, before: before, after: nil)
        case .create(_, let bytes):
            guard before == nil else { throw StoreError(.taken, at: path(of: location)) }
            return FileSet.Change(location: location, before: nil, after: bytes)
        }
    }

    /// Creates a case with the next free number, as `knowhow new` does.
    ///
    /// - Returns: Its path relative to the content folder.
    public func createCase(_ bytes: [UInt8]) throws(StoreError) -> String {
        try turn.withLock { (_) throws(StoreError) in
            let written = CaseFolder(content: content).write([String(decoding: bytes, as: UTF8.self)])
            if let failure = written.failure { throw StoreError(failure, at: path(of: "cases")) }
            return String(written.paths.first?.dropFirst(content.count + 1) ?? "")
        }
    }

    /// Creates cases with the next free numbers, in order, as `knowhow import` does.
    ///
    /// - Returns: Their paths relative to the content folder, and what kept the others from being created.
    public func createCases(_ texts: [String]) -> (locations: [String], failure: StoreError?) {
        turn.withLock { _ in
            let written = CaseFolder(content: content).write(texts)
            return (
                written.paths.map { String($0.dropFirst(content.count + 1)) },
                written.failure.map { StoreError($0, at: path(of: "cases")) }
            )
        }
    }

    /// Reads a file; nil if there is none.
    private func read(_ location: String) throws(StoreError) -> [UInt8]? {
        do throws(PublishingError) {
            return try OpenFolder(content).readPath(location)
        } catch {
            throw StoreError(error, at: path(of: location))
        }
    }

    func path(of location: String) -> String { "\(content)/\(location)" }
}

/// Earlier versions.
extension ContentStore {
    /// Lists the earlier versions of a file, or of all files, the newest first.
    public func backups(of location: String? = nil) -> [StoredBackup] {
        guard let root = try? OpenFolder(content) else { return [] }
        return Backups(root).all(of: location)
    }

    /// Returns the backup with an id.
    public func backup(id: String) -> StoredBackup? { backups().first { $0.id == id } }

    /// Reads an earlier version.
    public func bytes(of backup: StoredBackup) throws(StoreError) -> [UInt8] {
        let path = "\(BackupFolder.name)/\(backup.folder)/\(backup.location)"
        do throws(PublishingError) {
            if let bytes = try OpenFolder(content).readPath(path) { return bytes }
        } catch {
            throw StoreError(error, at: self.path(of: path))
        }
        throw StoreError(.missing, at: self.path(of: path))
    }

    /// Writes an earlier version over the file. The one that is there is kept as any other.
    ///
    /// - Parameters:
    ///   - backup: The earlier version.
    ///   - version: The version that is there; nil if there is no file.
    ///   - form: As for ``load(_:form:)``.
    ///   - date: The time.
    @discardableResult
    public func restore(
        _ backup: StoredBackup, expecting version: FileVersion?, form: CaseForm?, at date: Date
    ) throws(StoreError) -> FileVersion {
        let bytes = try bytes(of: backup)
        let change: FileChange =
            if let version {
                .replace(location: backup.location, version: version, bytes: bytes)
            } else {
                .create(location: backup.location, bytes: bytes)
            }
        try save([change], form: form, at: date)
        return FileVersion(of: bytes)
    }
}

/// The folder `.backup`.
private struct Backups {
    private let root: OpenFolder

    init(_ root: OpenFolder) { self.root = root }

    private var folders: (all: OpenFolder, names: [String])? {
        guard let all = try? root.folder(BackupFolder.name), let entries = try? all.entries() else { return nil }
        return (all, entries.filter { $0.kind == .folder }.map(\.name))
    }

    /// Lists the backups of a file, or of all files, the newest first.
    func all(of location: String?) -> [StoredBackup] {
        guard let (all, names) = folders else { return [] }
        var found: [StoredBackup] = []
        for name in names {
            guard let folder = try? all.folder(name) else { continue }
            for path in location.map({ [$0] }) ?? paths(in: folder) {
                guard let entry = try? folder.entryAtPath(path), entry.kind == .file else { continue }
                let date = BackupName.date(of: name)
                found.append(
                    StoredBackup(
                        id: "\(name)/\(path)", location: path,
                        date: date ?? Date(timeIntervalSince1970: Double(entry.file.modified) / 1e9), isOfCommand: date == nil,
                        folder: name))
            }
        }
        return found.sorted { ($1.date, $1.folder, $0.location) < ($0.date, $0.folder, $1.location) }
    }

    /// The files in a folder and in the folders in it, without hidden ones, which a killed save left.
    private func paths(in folder: OpenFolder) -> [String] {
        let visible = { (folder: OpenFolder?) in ((try? folder?.entries()) ?? []).filter { !$0.name.hasPrefix(".") } }
        return visible(folder).flatMap { entry -> [String] in
            guard entry.kind == .folder else { return entry.kind == .file ? [entry.name] : [] }
            let inner = visible((try? folder.folder(entry.name)) ?? nil)
            return inner.filter { $0.kind == .file }.map { "\(entry.name)/\($0.name)" }
        }
    }

    /// Removes the versions of files above the limit, and all saves above the limit. What cannot be removed stays.
    func removeOld(of locations: [String]) {
        guard let (all, names) = folders else { return }
        let saves = names.filter { BackupName.date(of: $0) != nil }.sorted(by: >)
        for name in saves.dropFirst(ContentStore.savesKept) { try? all.removeTree(name) }
        let kept = saves.prefix(ContentStore.savesKept)
        guard kept.count > ContentStore.backupsPerFile else { return }
        for location in locations {
            let holding = kept.filter { name in
                guard let folder = try? all.folder(name) else { return false }
                return ((try? folder.entryAtPath(location)) ?? nil) != nil
            }
            for name in holding.dropFirst(ContentStore.backupsPerFile) {
                guard let folder = try? all.folder(name) else { continue }
                let parts = location.split(separator: "/").map(String.init)
                let inner = parts.count > 1 ? (try? folder.folder(parts[0])) ?? nil : folder
                if let last = parts.last { try? inner?.remove(last) }
                // Only empty folders go.
                if parts.count > 1 { folder.removeFolder(parts[0]) }
                all.removeFolder(name)
            }
        }
    }
}

extension OpenFolder {
    /// Reads a file in this folder or a folder in it; nil if there is none.
    fileprivate func readPath(_ path: String) throws(PublishingError) -> [UInt8]? {
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { return nil }
        var folder = self
        for part in parts {
            guard let next = try folder.folder(part) else { return nil }
            folder = next
        }
        return try folder.read(name)
    }

    /// The status of an entry in this folder or a folder in it; nil if there is none.
    fileprivate func entryAtPath(_ path: String) throws(PublishingError) -> EntryStatus? {
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { return nil }
        var folder = self
        for part in parts {
            guard let next = try folder.folder(part) else { return nil }
            folder = next
        }
        return try folder.entry(name)
    }
}
