import Basics
import Site

/// The content folder and the template folder of a site with the options for it. Templates are read, content is only listed.
public struct SourceFolders: Sendable {
    let content: ContentFolder
    let templates: TemplateFolder
    let baseURL: String?
    let includingDrafts: Bool
    /// A hash of the stamps of all files, the templates, the options and the program. While it is the same, so is the site. Nil if a
    /// file changed so recently that another change might not show.
    let stamp: UInt64?
    /// The stamp of each text of the content folder (``ContentFolder/stamps(jobs:)``).
    let textStamps: [UInt64]
    /// The stamp of each image of the content folder.
    let imageStamps: [UInt64]
    /// A hash of all templates and assets.
    let templateHash: UInt64

    /// Lists the content and reads the templates.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder.
    ///   - baseURL: Used instead of the one in `casebook.yml`; ends in a slash.
    ///   - includingDrafts: Whether drafts are part of the site.
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
