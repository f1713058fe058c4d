import Foundation
import Publishing

/// Files of a content folder that change together: all of them, or none.
struct FileSet {
    /// A file before and after; nil where there is none.
    struct Change {
        /// The path relative to the content folder.
        let location: String
        let before: [UInt8]?
        let after: [UInt8]?
    }

    /// Changes files.
    ///
    /// Copies of the old files go to `.backup/` and all new files are written under temporary names before the first file is changed, so
    /// that a full disk changes nothing. If a file cannot be changed then, those before it are changed back. Symbolic links are not
    /// followed.
    ///
    /// - Parameters:
    ///   - changes: The files.
    ///   - root: The content folder.
    ///   - name: The name of the folder with the copies; nil for the next free number.
    ///   - willChange: Called with the location of each file when everything is prepared and it is its turn.
    /// - Returns: The path of the folder with the copies; nil if there are only new files.
    /// - Throws: `changedMeanwhile`; `taken`; `partlyWritten`; any error of reading and writing.
    static func write(
        _ changes: [Change], in root: OpenFolder, backup name: String?, willChange: (String) -> Void = { _ in }
    ) throws(PublishingError) -> String? {
        let files = try changes.map { (change) throws(PublishingError) in
            try PlacedFile(in: root, path: change.location, isNew: change.before == nil)
        }
        for (change, file) in zip(changes, files) { try file.require(change.before) }
        let isSingle = changes.count == 1
        let backup = changes.contains { $0.before != nil } ? try BackupFolder(in: root, name: name) : nil
        defer { for file in files { file.discardPrepared() } }
        do throws(PublishingError) {
            for (change, file) in zip(changes, files) {
                if let before = change.before { try backup?.keep(before, of: file, isFlushed: isSingle) }
                if let after = change.after { try file.prepare(after, isFlushed: isSingle) }
            }
            // The copies and the new files survive a power failure before the first old file goes. For many, one call is faster.
            if isSingle { try backup?.flush() } else { try root.flushFileSystem() }
        } catch {
            backup?.discard()
            throw error
        }
        var count = 0
        do throws(PublishingError) {
            for (change, file) in zip(changes, files) {
                willChange(change.location)
                try file.change(from: change.before, to: change.after)
                count += 1
            }
        } catch {
            let stuck = zip(changes, files).prefix(count).reversed().filter { !isUndone($0, $1, in: root) }
            guard stuck.isEmpty else {
                throw .partlyWritten(paths: stuck.map(\.1.displayPath).sorted(), backup: backup?.path ?? root.path)
            }
            backup?.discard()
            throw error
        }
        if isSingle { try files[0].flushFolder() } else { try root.flushFileSystem() }
        return backup?.path
    }

    /// Changes a file back. Returns whether it has its old bytes.
    private static func isUndone(_ change: Change, _ file: PlacedFile, in root: OpenFolder) -> Bool {
        do throws(PublishingError) {
            if let before = change.before { try file.prepare(before, isFlushed: true) }
            try file.change(from: change.after, to: change.before)
            return true
        } catch {
            return false
        }
    }
}
