import Images
import Diagnostics

/// Determines the kind of each file from its path.
extension CasebookReader {
    /// A file to read.
    package struct Source: Sendable {
        let path: String
        /// The index among the paths given to the reader.
        package let index: Int
        let location: String
        let name: String
        let role: ContentFile.Role
    }

    /// Returns the files to read, and reports those that are in the wrong place.
    package mutating func sources(schema: Schema?) -> [Source] {
        let folders = ContentFile.Role.folders(of: schema)
        let prefix = root + "/"
        var sources: [Source] = []
        var locations: Set<String>?
        sources.reserveCapacity(paths.count)
        for (path, index) in paths {
            let isBelow = path.utf8.starts(with: prefix.utf8)
            let location = Substring(path.utf8.dropFirst(isBelow ? prefix.utf8.count : 0))
            switch ContentLocation(location) {
            case .settings, .readings, .ignored: break
            case .misplaced(let reason): report.add(MisplacedFile(reason: reason), path: path)
            case .file(let folder, let name):
                if !ReservedNames.isFitID(name) {
                    let all = locations ?? Set(paths.map { String($0.path.dropFirst(prefix.count)) })
                    locations = all
                    if reportCopy(String(location), among: all) { continue }
                }
                if let role = folders[folder] {
                    sources.append(Source(path: path, index: index, location: String(location), name: name, role: role))
                } else if schema != nil {
                    let reason = Misplacement.unknownFolder(name: folder, folders: folders.keys.sorted())
                    report.add(MisplacedFile(reason: reason), path: path)
                }
            }
        }
        return sources
    }

    /// Reports a file that is a copy of another one. Returns whether it is.
    private mutating func reportCopy(_ location: String, among locations: Set<String>) -> Bool {
        let slash = location.lastIndex(of: "/").map { location.index(after: $0) } ?? location.startIndex
        let name = String(location[slash...])
        let original = CopyName.original(of: name, isStrict: false) { locations.contains(location[..<slash] + $0) }
        guard let original else { return false }
        report.add(ConflictCopy(name: name, original: original), path: "\(root)/\(location)")
        return true
    }

    /// Returns the images and documents in `images/` and `files/`, and reports all others. Names that start with `_` are not read.
    mutating func checkedImages() -> [ImageFile] {
        let locations = images.isEmpty ? [] : Set(paths.map { String($0.path.dropFirst(root.count + 1)) })
        var placed: [ImageFile] = []
        for image in images {
            let parts = image.path.split(separator: "/")
            if parts.contains(where: { $0.hasPrefix("_") }) || parts.last.map({ SystemFiles.isFile(String($0)) }) ?? true {
                continue
            }
            let isPlaced = image.path.hasPrefix("images/") || image.path.hasPrefix("files/")
            // A name in capital letters is of a known kind, but cannot be an address.
            let lower = image.path.lowercased()
            if isPlaced, ImageFormat(path: lower) != nil || DocumentFormat(path: lower) != nil {
                placed.append(image)
            } else if isPlaced {
                report.add(UnfitFileKind(name: parts.last.map(String.init) ?? image.path), path: "\(root)/\(image.path)")
            } else if !reportCopy(image.path, among: locations) {
                let name = parts.last.map(String.init) ?? image.path
                report.add(MisplacedFile(reason: .misnamed(MisnamedFile(name))), path: "\(root)/\(image.path)")
            }
        }
        return placed
    }

    /// Reports symbolic links, which are never followed.
    mutating func reportLinks() {
        for path in links where !path.split(separator: "/").contains(where: { $0.hasPrefix("_") }) {
            report.add(MisplacedFile(reason: .link), path: "\(root)/\(path)")
        }
    }

    /// The problem of a symbolic link in another folder that is read, such as the templates.
    public static func problemOfLink(at path: String) -> Diagnostic {
        Diagnostic(MisplacedFile(reason: .link), path: path)
    }
}
