import Images
import CasebookModel
import CasebookLoading
import Authoring
import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file with which text editors know the keys of a case's front matter: `.schema/case.schema.json` below the content folder,
/// where nothing is read.
public struct EditorSchema: Sendable {
    /// All that is wrong with the content, sorted; with an error in it, nothing was written.
    public let diagnostics: [Diagnostic]
    /// The file; nil where nothing was written.
    public let path: String?

    /// Writes the file as the content folder's vocabulary asks for it.
    ///
    /// - Throws: What reading and writing throw.
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
            try target.write(bytes, to: name, by: ".\(name).\(getpid()).part", in: target)
        }
        return EditorSchema(diagnostics: diagnostics, path: target.shown(name))
    }
}
