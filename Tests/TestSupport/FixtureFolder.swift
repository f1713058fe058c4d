import Diagnostics
import Foundation
import Images

/// Content folders of the repository, in the form that ``CasebookReader`` reads.
package enum FixtureFolder {
    /// The root of the repository.
    package static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Returns every text file of a content folder of the repository, with paths that start with `content/`.
    package static func files(in folder: String) throws -> [SourceFile] {
        let base = repository.appending(path: folder).resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return try paths.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yml") || $0 == "readings.csv" }.sorted().map { path in
            SourceFile(path: "content/\(path)", bytes: [UInt8](try Data(contentsOf: base.appending(path: path))))
        }
    }

    /// Returns the images of a content folder of the repository.
    package static func images(in folder: String) throws -> [ImageFile] {
        let base = repository.appending(path: folder).resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return try paths.filter { $0.hasPrefix("images/") || $0.hasPrefix("files/") }.filter { $0.contains(".") }.map { path in
            let bytes = try Data(contentsOf: base.appending(path: path))
            return ImageFile(path: path, byteCount: bytes.count) { Array(bytes.prefix($0)) }
        }
    }
}
