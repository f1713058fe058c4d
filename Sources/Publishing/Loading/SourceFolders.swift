import Basics
import CasebookModel
import Site

/// A content folder and a template folder, looked through but not read yet, and how a site is to be made of them.
public struct SourceFolders: Sendable {
    let content: ContentFolder
    let templates: TemplateFolder
    let baseURL: String?
    let includingDrafts: Bool
    /// A hash of how all files stand, of the templates, of the options and of the program: while it is the same, so is all that is
    /// read. Nil where that cannot be told, as a file has changed just now.
    let stamp: UInt64?
    /// How each of the content folder's texts stands (``ContentFolder/stamps(jobs:)``).
    let textStamps: [UInt64]
    /// How each of its images stands.
    let imageStamps: [UInt64]
    /// A hash of all of the templates and assets.
    let templateHash: UInt64

    /// Looks through both folders.
    ///
    /// - Parameters:
    ///   - baseURL: Takes the place of the one in `casebook.yml`.
    ///   - jobs: How many threads to use.
    public static func list(
        content: String, templates: String, baseURL: String? = nil, includingDrafts: Bool = false,
        jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        let contentFolder = try ContentFolder.list(content)
        let templateFolder = try TemplateFolder.load(templates)
        var hash = ContentHash()
        let stamps = contentFolder.stamps(jobs: jobs)
        for path in contentFolder.links { hash.update(path) }
        for (path, stamp) in zip(contentFolder.paths + contentFolder.images, stamps) {
            hash.update(path)
            hash.update(Int(truncatingIfNeeded: stamp))
        }
        var templateHash = ContentHash()
        templateFolder.update(&templateHash)
        hash.update(Int(truncatingIfNeeded: templateHash.value))
        hash.update(baseURL ?? "")
        hash.update(includingDrafts ? 1 : 0)
        hash.update(ProgramIdentity.text)
        return SourceFolders(
            content: contentFolder, templates: templateFolder, baseURL: baseURL, includingDrafts: includingDrafts,
            stamp: stamps.contains(0) ? nil : hash.value, textStamps: Array(stamps.prefix(contentFolder.paths.count)),
            imageStamps: Array(stamps.dropFirst(contentFolder.paths.count)), templateHash: templateHash.value)
    }
}
