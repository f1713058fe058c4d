import Diagnostics

/// The files of a content folder, as they were read.
public struct ContentFolder: Sendable {
    /// `casebook.yml` and every Markdown file, paths as people are told them.
    public let files: [SourceFile]
    /// The other files, as paths below the folder.
    public let images: [String]
    /// Symbolic links and other entries that are not read, as paths below the folder.
    public let links: [String]

    /// Reads a folder and those below it. Symbolic links are not followed, so nothing outside the folder is ever read.
    public static func load(_ path: String) throws(PublishingError) -> ContentFolder {
        var files: [SourceFile] = []
        var images: [String] = []
        var links: [String] = []
        try walk(path, below: "") { (relative, kind) throws(PublishingError) in
            switch kind {
            case .other: links.append(relative)
            case .file, .folder:
                if relative.hasSuffix(".md") || relative == "casebook.yml" {
                    let shown = "\(path)/\(relative)"
                    files.append(SourceFile(path: shown, bytes: try Disk.read(shown)))
                } else {
                    images.append(relative)
                }
            }
        }
        return ContentFolder(files: files, images: images, links: links)
    }

    /// Visits every entry below a folder that is not a folder itself, leaving out names that start with a dot.
    static func walk(
        _ root: String, below: String, visit: (String, Disk.Entry.Kind) throws(PublishingError) -> Void
    ) throws(PublishingError) {
        for entry in try Disk.entries(of: below.isEmpty ? root : "\(root)/\(below)") where !entry.name.hasPrefix(".") {
            let relative = below.isEmpty ? entry.name : "\(below)/\(entry.name)"
            if entry.kind == .folder {
                try walk(root, below: relative, visit: visit)
            } else {
                try visit(relative, entry.kind)
            }
        }
    }
}
