import Images
import CasebookModel
import Authoring
import Diagnostics

/// What fixing a content folder changed in it.
public struct FixedContent: Sendable {
    /// By file, in the order in which they were made.
    public let fixes: [Fix]
    /// The folder with the files as they were; nil where nothing was changed.
    public let backup: String?

    /// Fixes what has one right answer in a content folder's files, and keeps each file as it was below `.backup/`.
    ///
    /// Every file is kept before the first is changed. A file is replaced whole; one that someone else changes in the meantime
    /// is left alone. Symbolic links are not followed.
    ///
    /// - Throws: `changedMeanwhile`; what reading and writing throw.
    public static func fix(content: String, jobs: Int) throws(PublishingError) -> FixedContent {
        let folder = try ContentFolder.list(content)
        var files: [SourceFile] = []
        files.reserveCapacity(folder.paths.count)
        for index in folder.paths.indices {
            files.append(SourceFile(path: folder.paths[index], bytes: try folder.bytes(at: index)))
        }
        let fixed = ContentFixer.fix(
            files: files, images: folder.images.map { ImageFile(path: $0) }, links: folder.links, root: folder.root, jobs: jobs)
        guard !fixed.files.isEmpty else { return FixedContent(fixes: [], backup: nil) }
        let root = try OpenFolder(content)
        let backup = try BackupFolder(in: root)
        let places = try fixed.files.map { (file) throws(PublishingError) in
            try FilePlace(below: root, path: String(file.path.dropFirst(folder.root.count + 1)))
        }
        for (file, place) in zip(fixed.files, places) {
            try place.confirm(file.before)
            try backup.keep(file.before, of: place)
        }
        BackupFolder.settle()
        for (file, place) in zip(fixed.files, places) { try place.replace(file.before, by: file.after) }
        return FixedContent(fixes: fixed.fixes, backup: backup.path)
    }

    /// Every change with how it was before and is now, and where the files are as they were.
    public func text(in language: Language) -> String {
        guard let backup else {
            return language == .ja ? "自動で直すところはありませんでした。" : "There was nothing to fix."
        }
        let paths = Set(fixes.map(\.path)).count
        let closing =
            language == .ja
            ? "\(paths)個のファイルの\(fixes.count)か所を直しました。直す前のファイルは「\(backup)」にあります。"
            : "Fixed \(fixes.count) place\(fixes.count == 1 ? "" : "s") in \(paths) file\(paths == 1 ? "" : "s"). What was"
                + " there before is in “\(backup)”."
        return fixes.map { $0.text(in: language) }.joined(separator: "\n") + "\n\(closing)"
    }
}
