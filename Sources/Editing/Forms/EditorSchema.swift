import Authoring
import CasebookLoading
import Diagnostics
import Images
import Publishing

/// Writes the JSON Schema from which text editors know the keys of a case's front matter.
///
/// The file is `.schema/case.schema.json` in the content folder, where no content is read.
public struct EditorSchema: Sendable {
    /// All problems of the content, sorted. If one is an error, nothing was written.
    public let diagnostics: [Diagnostic]
    /// The path of the file; nil if nothing was written.
    public let path: String?

    /// Writes the schema of a content folder, unless the file holds it already.
    ///
    /// - Throws: Any error of reading and writing.
    public static func write(content: String, jobs: Int) throws(PublishingError) -> EditorSchema {
        let folder = try ContentFolder.list(content)
        let (casebook, diagnostics) = try CasebookReader.read(
            paths: folder.paths, images: folder.images.map { ImageFile(path: $0) }, links: folder.links, root: folder.root,
            includingDrafts: true, jobs: jobs
        ) { (index) throws(PublishingError) in try folder.bytes(at: index) }
        guard let casebook else { return EditorSchema(diagnostics: diagnostics, path: nil) }
        let target = try OpenFolder(content).makeFolder(".schema")
        let name = "case.schema.json"
        let bytes = FrontMatterSchema(casebook).json
        if try target.read(name) != bytes {
            try target.write(bytes, to: name, by: Disk.temporaryName(for: ".\(name)"))
        }
        return EditorSchema(diagnostics: diagnostics, path: target.displayPath(of: name))
    }
}
