import CasebookLoading
import Foundation

/// Follows the changes of folders by the names of files.
extension SourceFolders {
    /// The most files for which it is faster to look at each of them than to list the folders.
    private static let mostFiles = 64

    /// The folders after some of their files may have changed. Only these files are looked at.
    ///
    /// - Parameter paths: The paths of the files, as they are built from the paths of the folders.
    /// - Returns: Nil if the folders have to be listed again, because a file has come or gone, or is not one of the content.
    package func following(_ paths: Set<String>) -> SourceFolders? {
        guard paths.count <= Self.mostFiles else { return nil }
        let templateRoot = templates.path.map { $0 + "/" }
        let prefix = content.root + "/"
        let device = (try? OpenFolder(content.root)).flatMap {
            ChangeTimes.trustedDevice(of: $0.descriptor, includesMemory: true)
        }
        var files = FileStamps(now: FileStatus.now, trusting: device)
        var new = self
        new.stamp = nil
        for path in paths {
            guard path.hasPrefix(prefix), templateRoot.map(path.hasPrefix) != true else { return nil }
            var status = stat()
            let kind = lstat(path, &status) == 0 ? Disk.Entry.Kind(status) : nil
            let relative = String(path.dropFirst(prefix.count))
            let text = content.paths.firstIndex(of: path)
            let image = text == nil ? content.images.firstIndex(of: relative) : nil
            if text == nil, image == nil {
                // A file that came and went, as editors make them, or one that is passed over.
                if kind == nil, !content.links.contains(relative) { continue }
                if kind == .file, let name = relative.split(separator: "/").last, SystemFiles.isFile(String(name)) { continue }
                return nil
            }
            guard kind == .file else { return nil }
            let stamp = files.stamp(of: path)
            if let text { new.textStamps[text] = stamp }
            if let image { new.imageStamps[image] = stamp }
        }
        return new
    }

    /// Whether nothing has changed since earlier folders were looked at.
    ///
    /// The stamp of a file that was new then holds its bytes, and differs now although the file is the same.
    package func isUnchanged(since old: SourceFolders) -> Bool {
        guard content.paths == old.content.paths, content.images == old.content.images, content.links == old.content.links,
            templateHash == old.templateHash, templates.compilesLike(old.templates)
        else { return false }
        let changed =
            textStamps.indices.filter { textStamps[$0] == 0 || textStamps[$0] != old.textStamps[$0] }.map {
                (content.paths[$0], old.textStamps[$0])
            }
            + imageStamps.indices.filter { imageStamps[$0] == 0 || imageStamps[$0] != old.imageStamps[$0] }.map {
                ("\(content.root)/\(content.images[$0])", old.imageStamps[$0])
            }
        var byBytes = FileStamps(now: 0, trusting: nil)
        for (path, stamp) in changed where stamp == 0 || byBytes.stamp(of: path) != stamp { return false }
        return true
    }

}
