import Basics
import CasebookModel
import CasebookLoading
import Diagnostics
import Site
import Synchronization
import Templates

/// A content folder and a template folder, read and checked as a whole.
public struct SiteSources: Sendable {
    /// All that is wrong, sorted.
    public let diagnostics: [Diagnostic]
    /// What is sound to publish; nil when an error stands in the way.
    private let casebook: Casebook?
    private let templates: TemplateLibrary
    private let baseURL: String?
    /// Where images are copied from.
    let content: String
    let assets: [SourceFile]
    private let folders: SourceFolders
    /// The hash of each of the content folder's files.
    private let hashes: [UInt64]
    private let jobs: Int

    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
    public var warningCount: Int { diagnostics.count - errorCount }

    /// Reads and checks both folders.
    ///
    /// - Parameters:
    ///   - baseURL: Takes the place of the one in `casebook.yml`.
    ///   - jobs: How many threads to use.
    public static func load(
        content: String, templates: String, baseURL: String? = nil, includingDrafts: Bool = false, jobs: Int
    ) throws(PublishingError) -> SiteSources {
        try load(
            SourceFolders.list(
                content: content, templates: templates, baseURL: baseURL, includingDrafts: includingDrafts, jobs: jobs),
            jobs: jobs)
    }

    /// Reads and checks what lies in two folders.
    ///
    /// - Parameter known: What was made of the content before, for a program that reads a changing folder again and again. A build cannot be
    ///   made of sources that were read with it.
    public static func load(
        _ folders: SourceFolders, jobs: Int, reusing known: KnownContent? = nil
    ) throws(PublishingError) -> SiteSources {
        let (contentFolder, templateFolder) = (folders.content, folders.templates)
        let hashes = Mutex([UInt64](repeating: 0, count: contentFolder.paths.count))
        let images = try contentFolder.readImages(stamps: folders.imageStamps, reusing: known, jobs: jobs)
        let reading = try CasebookReader.read(
            paths: contentFolder.paths, images: images, links: contentFolder.links, root: contentFolder.root,
            includingDrafts: folders.includingDrafts, jobs: jobs, reusing: known, stamps: folders.textStamps
        ) { (index) throws(PublishingError) in
            let bytes = try contentFolder.bytes(at: index)
            let hash = ContentHash(bytes).value
            hashes.withLock { $0[index] = hash }
            return bytes
        }
        var diagnostics = reading.diagnostics
        let (library, templateDiagnostics) = templateFolder.compile()
        let assets = PublishedAssets.make(from: templateFolder.assets)
        diagnostics += templateDiagnostics + SitePlan.check(library, assets: assets)
        diagnostics.sort()
        let isSound = !diagnostics.contains { $0.severity == .error }
        let sound = isSound ? reading.casebook : nil
        return SiteSources(
            diagnostics: diagnostics, casebook: sound, templates: library, baseURL: folders.baseURL,
            content: contentFolder.root, assets: assets, folders: folders, hashes: known == nil ? hashes.withLock { $0 } : [],
            jobs: jobs)
    }

    /// What the site is made of; nil when an error stands in its way, and where not all files were read.
    func inputs() -> BuildInputs? {
        hashes.isEmpty ? nil : casebook.map { BuildInputs($0, folders, hashes: hashes) }
    }

    /// Plans the site; nil when an error stands in its way.
    public func plan() -> SitePlan? {
        casebook.map { SitePlan(casebook: $0, templates: templates, assets: assets, baseURL: baseURL, jobs: jobs) }
    }

    /// Plans the site, keeping what can be kept of a plan that was made of earlier sources.
    public func plan(following old: (sources: SiteSources, plan: SitePlan)?) -> SitePlan? {
        guard let old, old.sources.templateHash == templateHash, old.sources.baseURL == baseURL else { return plan() }
        return casebook.map(old.plan.following)
    }

    private var templateHash: UInt64 { folders.templateHash }
}
