import Basics
import Site

/// The content folder and the template folder of a site with the options for it. Templates are read, content is only listed.
public struct SourceFolders: Sendable {
    /// What folders are listed for. It decides how changes are noticed later.
    public enum Use: Sendable {
        /// They are read once.
        case reading
        /// The preview follows them. The system does not report writes through a memory map, so these need not be noticed.
        case following
        /// A later build looks for every change.
        case building
    }

    let content: ContentFolder
    let templates: TemplateFolder
    let baseURL: String?
    let includingDrafts: Bool
    /// Identifies the program that builds the site (``ProgramIdentity``).
    let program: String
    /// A hash of every ``SiteInput`` before the files are read. While it is the same, so is the site. Nil if a file could not be
    /// read.
    var stamp: UInt64?
    /// A hash of everything that decides how the texts are read, besides the texts.
    let readingBasis: UInt64
    /// The stamp of each text of the content folder (``ContentFolder/stamps(noticingMaps:jobs:)``).
    var textStamps: [UInt64]
    /// The stamp of each image of the content folder.
    var imageStamps: [UInt64]
    /// A hash of all templates and assets.
    let templateHash: UInt64

    /// Lists the content and reads the templates.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder; nil for the templates inside the program.
    ///   - baseURL: Used instead of the one in `casebook.yml`; ends in a slash.
    ///   - includingDrafts: Whether drafts are part of the site.
    ///   - use: What the folders are listed for.
    ///   - jobs: How many threads to use.
    public static func list(
        content: String, templates: String?, baseURL: String? = nil, includingDrafts: Bool = false,
        for use: Use = .building, jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        try list(
            content: content, templates: templates, baseURL: baseURL, includingDrafts: includingDrafts, for: use,
            program: use == .reading ? "" : ProgramIdentity.text, jobs: jobs)
    }

    /// Lists the content and reads the templates, for a given version of the program.
    package static func list(
        content: String, templates: String?, baseURL: String? = nil, includingDrafts: Bool = false, for use: Use = .building,
        program: String, jobs: Int
    ) throws(PublishingError) -> SourceFolders {
        let contentFolder = try ContentFolder.list(content)
        let templateFolder = try TemplateFolder.load(templates)
        let stamps = use == .reading ? [] : contentFolder.stamps(noticingMaps: use == .building, jobs: jobs)
        let textStamps = Array(stamps.prefix(contentFolder.paths.count))
        let imageStamps = Array(stamps.dropFirst(contentFolder.paths.count))
        var templateHash = ContentHash()
        templateFolder.update(&templateHash)
        var hash = ContentHash()
        // What is read of a text depends on which files there are, but not on the other texts and the templates.
        var basis = ContentHash()
        basis.update(contentFolder.root)
        for input in SiteInput.allCases {
            switch input {
            case .texts:
                hash.update(contentFolder.paths, textStamps)
                for path in contentFolder.paths { basis.update(path) }
            case .images:
                hash.update(contentFolder.images, imageStamps)
                basis.update(contentFolder.images, imageStamps)
            case .links:
                for path in contentFolder.links {
                    hash.update(path)
                    basis.update(path)
                }
            case .templates: hash.update(Int(truncatingIfNeeded: templateHash.value))
            case .baseURL:
                hash.update(baseURL ?? "")
                basis.update(baseURL ?? "")
            case .drafts:
                hash.update(includingDrafts ? 1 : 0)
                basis.update(includingDrafts ? 1 : 0)
            case .program:
                hash.update(program)
                basis.update(program)
            }
        }
        return SourceFolders(
            content: contentFolder, templates: templateFolder, baseURL: baseURL, includingDrafts: includingDrafts,
            program: program, stamp: use == .reading || stamps.contains(0) ? nil : hash.value,
            readingBasis: basis.value, textStamps: textStamps,
            imageStamps: imageStamps,
            templateHash: templateHash.value)
    }

    /// Returns the folders without some texts; nil if one of the paths is a text that the whole site needs: a term, a setting.
    package func leavingOut(_ wrong: Set<String>) -> SourceFolders? {
        let folders = ["cases", "easy", "glossary", "pages"].map { "\(content.root)/\($0)/" }
        guard wrong.allSatisfy({ path in folders.contains { path.hasPrefix($0) } }) else { return nil }
        let kept = content.paths.indices.filter { !wrong.contains(content.paths[$0]) }
        return SourceFolders(
            content: ContentFolder(
                root: content.root, paths: kept.map { content.paths[$0] }, images: content.images, links: content.links),
            templates: templates, baseURL: baseURL, includingDrafts: includingDrafts, program: program, stamp: nil,
            readingBasis: readingBasis, textStamps: textStamps.isEmpty ? [] : kept.map { textStamps[$0] },
            imageStamps: imageStamps, templateHash: templateHash)
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
