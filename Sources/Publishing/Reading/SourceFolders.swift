import Basics
import Site

/// The content folder and the template folder of a site with the options for it. Templates are read, content is only listed.
public struct SourceFolders: Sendable {
    let content: ContentFolder
    let templates: TemplateFolder
    let baseURL: String?
    let includingDrafts: Bool
    /// Identifies the program that builds the site (``ProgramIdentity``).
    let program: String
    /// A hash of every ``SiteInput`` before the files are read. While it is the same, so is the site. Nil if a file could not be
    /// read.
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
    ///   - isForOneReading: Whether the folders are read once and nothing else, so that nothing needs to notice changes later.
    ///   - jobs: How many threads to use.
    public static func list(
        content: String, templates: String, baseURL: String? = nil, includingDrafts: Bool = false,
        isForOneReading: Bool = false, jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        try list(
            content: content, templates: templates, baseURL: baseURL, includingDrafts: includingDrafts,
            program: isForOneReading ? nil : ProgramIdentity.text, jobs: jobs)
    }

    /// Lists the content and reads the templates, for a given version of the program. Without one, changes are not noticed later.
    package static func list(
        content: String, templates: String, baseURL: String? = nil, includingDrafts: Bool = false, program: String?, jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        let contentFolder = try ContentFolder.list(content)
        let templateFolder = try TemplateFolder.load(templates)
        let stamps = program == nil ? [] : contentFolder.stamps(jobs: jobs)
        let textStamps = Array(stamps.prefix(contentFolder.paths.count))
        let imageStamps = Array(stamps.dropFirst(contentFolder.paths.count))
        var templateHash = ContentHash()
        templateFolder.update(&templateHash)
        var hash = ContentHash()
        for input in SiteInput.allCases {
            switch input {
            case .texts: hash.update(contentFolder.paths, textStamps)
            case .images: hash.update(contentFolder.images, imageStamps)
            case .links: for path in contentFolder.links { hash.update(path) }
            case .templates: hash.update(Int(truncatingIfNeeded: templateHash.value))
            case .baseURL: hash.update(baseURL ?? "")
            case .drafts: hash.update(includingDrafts ? 1 : 0)
            case .program: hash.update(program ?? "")
            }
        }
        return SourceFolders(
            content: contentFolder, templates: templateFolder, baseURL: baseURL, includingDrafts: includingDrafts,
            program: program ?? "", stamp: program == nil || stamps.contains(0) ? nil : hash.value, textStamps: textStamps,
            imageStamps: imageStamps,
            templateHash: templateHash.value)
    }
}

extension ContentHash {
    /// Adds paths with their stamps.
    fileprivate mutating func update(_ paths: [String], _ stamps: [UInt64]) {
        update(paths.count)
        for (path, stamp) in zip(paths, stamps) {
            update(path)
            update(Int(truncatingIfNeeded: stamp))
        }
    }
}
