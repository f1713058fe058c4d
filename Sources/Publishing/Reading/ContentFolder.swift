import Basics
import CasebookLoading
import Diagnostics
import Images
import Synchronization

/// The list of the files in a content folder. Their contents are read later.
public struct ContentFolder: Sendable {
    /// The path of the folder, with which all `paths` start.
    package let root: String
    /// The paths of `casebook.yml`, `readings.csv` and every Markdown file, for reading and for messages.
    public let paths: [String]
    /// The paths of all other files, relative to the folder.
    public let images: [String]
    /// The paths of symbolic links and other entries that are not read, relative to the folder.
    public let links: [String]

    /// Lists a folder and the folders in it. Symbolic links are not followed, so nothing outside the folder is ever read.
    public static func list(_ path: String) throws(PublishingError) -> ContentFolder {
        var paths: [String] = []
        var images: [String] = []
        var links: [String] = []
        try walk(path) { (relative, kind) throws(PublishingError) in
            switch kind {
            case .other: links.append(relative)
            case .file, .folder:
                if relative.hasSuffix(".md") || relative == "casebook.yml" || relative == ReadingList.fileName {
                    paths.append("\(path)/\(relative)")
                } else {
                    images.append(relative)
                }
            }
        }
        return ContentFolder(root: path, paths: paths, images: images, links: links)
    }

    /// The language that `casebook.yml` states, as it is written; nil if there is none. Only the line of the key is looked at, so that
    /// the language of messages is known also where the file cannot be read as a whole.
    public static func language(of content: String) -> String? {
        guard let bytes = try? Disk.bytes(of: "\(content)/casebook.yml") else { return nil }
        let key = "language:"
        let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first { $0.hasPrefix(key) }
        let value = line?.dropFirst(key.count).drop { $0 == " " || $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        return value.flatMap { $0.isEmpty ? nil : String($0) }
    }

    /// Reads the file at one of `paths`.
    public func bytes(at index: Int) throws(PublishingError) -> [UInt8] {
        try Disk.bytes(of: paths[index])
    }

    /// Reads an image.
    ///
    /// - Parameters:
    ///   - path: The path of the image, relative to the content folder.
    ///   - root: The path of the content folder.
    public static func image(_ path: String, in root: String) throws(PublishingError) -> [UInt8] {
        try Disk.bytes(of: "\(root)/\(path)")
    }

    /// Visits every file and link in a folder and in the folders in it. Hidden files and those of the system (``SystemFiles``) are
    /// left out.
    ///
    /// - Parameters:
    ///   - root: The path of the content folder.
    ///   - folder: The path of the folder to start in, relative to the content folder.
    ///   - visit: Gets the path relative to the folder, and the kind of the entry.
    /// - Throws: `folderMissing`; `notFolder`; `unreadableName`; `unreadable`; what `visit` throws.
    static func walk(
        _ root: String, folder: String = "", visit: (String, Disk.Entry.Kind) throws(PublishingError) -> Void
    ) throws(PublishingError) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        for entry in try Disk.entries(of: path) {
            guard !(entry.kind == .folder ? SystemFiles.isFolder(entry.name) : SystemFiles.isFile(entry.name)) else { continue }
            guard entry.isUTF8 else {
                if entry.name.hasPrefix("_") { continue }
                throw .unreadableName(entry.name, folder: path)
            }
            let relative = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
            if entry.kind == .folder {
                try walk(root, folder: relative, visit: visit)
            } else {
                try visit(relative, entry.kind)
            }
        }
    }
}

extension ContentFolder {
    /// The stamps of all files (``FileStamps``): first those of `paths`, then those of `images`.
    ///
    /// - Parameters:
    ///   - noticesMaps: Whether writes through a memory map change the stamps. For that, more files are read.
    ///   - jobs: How many threads to use.
    func stamps(noticingMaps noticesMaps: Bool, jobs: Int) -> [UInt64] {
        let now = FileStatus.now - (noticesMaps ? ChangeTimes.memoryMapDelay : 0)
        let device = (try? OpenFolder(root)).flatMap {
            ChangeTimes.trustedDevice(of: $0.descriptor, includesMemory: !noticesMaps)
        }
        let all = paths + images.map { "\(root)/\($0)" }
        let portion = 256
        let parts = Mutex([Int: [UInt64]]())
        runInParallel(count: (all.count + portion - 1) / portion, jobs: jobs) { (part, _) throws(Never) in
            var files = FileStamps(now: now, trusting: device)
            let stamps = all[(part * portion)...].prefix(portion).map { files.stamp(of: $0) }
            parts.withLock { $0[part] = stamps }
        }
        return parts.withLock { parts in (0..<parts.count).flatMap { parts[$0] ?? [] } }
    }

    /// Reads the format and the size of each image, and the length of each file.
    ///
    /// - Parameters:
    ///   - stamps: The stamp of each image (``stamps(noticingMaps:jobs:)``).
    ///   - cache: Gives the images whose stamps are the same as before, and keeps those that are read now.
    ///   - jobs: How many threads to use.
    func readImages(
        stamps: [UInt64], reusing cache: ReadingCache?, jobs: Int
    ) throws(PublishingError) -> [ImageFile] {
        let files = Mutex(cache?.images(at: images, stamps: stamps) ?? images.map { _ in nil })
        let unknown = files.withLock { files in images.indices.filter { files[$0] == nil } }
        try runInParallel(count: unknown.count, jobs: jobs) { (number, _) throws(PublishingError) in
            let index = unknown[number]
            let file = try ImageFile(
                path: images[index], byteCount: Disk.status(of: "\(root)/\(images[index])").map { Int($0.size) }
            ) { (count) throws(PublishingError) in
                try Disk.firstBytes(count, of: "\(root)/\(images[index])")
            }
            files.withLock { $0[index] = file }
        }
        let read = files.withLock { $0.compactMap { $0 } }
        cache?.keep(read, stamps: stamps)
        return read
    }
}
