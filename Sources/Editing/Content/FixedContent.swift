import Authoring
import Diagnostics
import Images
import Publishing

/// The changes that `check --fix` made in a content folder.
public struct FixedContent: Sendable {
    /// All changes, by file, in the order in which they were made.
    public let fixes: [Fix]
    /// The path of the folder with the files as they were before; nil if nothing was changed.
    public let backup: String?

    /// Fixes every problem in a content folder that has one right answer.
    ///
    /// Copies of all files to be changed go to `.backup/` before the first file is changed. A file is replaced as a whole, and not
    /// if another program changed it in the meantime. Symbolic links are not followed.
    ///
    /// - Throws: `changedMeanwhile`; any error of reading and writing.
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
        let backup = try replace(fixed.files.map { ($0.path, $0.before, $0.after) }, in: content)
        return FixedContent(fixes: fixed.fixes, backup: backup)
    }

    /// Replaces files of a content folder as ``fix(content:jobs:)`` does.
    ///
    /// - Parameters:
    ///   - files: The paths, which start with that of the content folder, and the bytes before and after.
    ///   - content: The path of the content folder.
    /// - Returns: The path of the folder with the files as they were before.
    static func replace(
        _ files: [(path: String, before: [UInt8], after: [UInt8])], in content: String
    ) throws(PublishingError) -> String {
        let changes = files.map {
            FileSet.Change(location: String($0.path.dropFirst(content.count + 1)), before: $0.before, after: $0.after)
        }
        return try FileSet.write(changes, in: try OpenFolder(content), backup: nil) ?? content
    }

    /// Lists every change with the text before and after it, and says where the backup is.
    public func text(in language: Language) -> String {
        guard let backup else {
            return language == .ja ? "自動で直すところはありませんでした。" : "There was nothing to fix."
        }
        let paths = Set(fixes.map(\.path)).count
        let closing =
            language == .ja
            ? "\(paths)個のファイルの\(fixes.count)か所を直しました。直す前のファイルは「\(backup)」にあります。"
            : "Fixed \(fixes.count) problem\(fixes.count == 1 ? "" : "s") in \(paths) file\(paths == 1 ? "" : "s"). The files"
                + " as they were before are in “\(backup)”."
        return fixes.map { $0.text(in: language) }.joined(separator: "\n") + "\n\(closing)"
    }
}
