import Templates
import Diagnostics

/// What lies in a content folder.
public struct ContentFolder: Sendable {
    /// The folder, as `paths` start.
    let root: String
    /// The paths of `casebook.yml` and every Markdown file, as people are told them.
    public let paths: [String]
    /// The other files, as paths below the folder.
    public let images: [String]
    /// Symbolic links and other entries that are not read, as paths below the folder.
    public let links: [String]

    /// Lists a folder and those below it. Symbolic links are not followed, so nothing outside the folder is ever read.
    public static func list(_ path: String) throws(PublishingError) -> ContentFolder {
        var paths: [String] = []
        var images: [String] = []
        var links: [String] = []
        try walk(path, below: "") { (relative, kind) throws(PublishingError) in
            switch kind {
            case .other: links.append(relative)
            case .file, .folder:
                if relative.hasSuffix(".md") || relative == "casebook.yml" {
                    paths.append("\(path)/\(relative)")
                } else {
                    images.append(relative)
                }
            }
        }
        return ContentFolder(root: path, paths: paths, images: images, links: links)
    }

    /// The bytes of the file at one of `paths`.
    public func bytes(at index: Int) throws(PublishingError) -> [UInt8] {
        try Disk.read(paths[index])
    }

    /// The bytes of an image, by its path below the folder at `root`.
    public static func image(_ path: String, in root: String) throws(PublishingError) -> [UInt8] {
        try Disk.read("\(root)/\(path)")
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
