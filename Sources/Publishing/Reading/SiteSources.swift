import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Site
import Synchronization
import Templates

/// A content folder and a template folder, completely read and checked.
public struct SiteSources: Sendable {
    /// All problems, sorted.
    public private(set) var diagnostics: [Diagnostic]
    /// The valid content; nil if there is an error in the content or the templates.
    let casebook: Casebook?
    /// The language of the words in the templates; nil if it is not known.
    private let language: String?
    private let templates: TemplateLibrary
    /// The problems of the templates.
    private let templateDiagnostics: [Diagnostic]
    private let baseURL: String?
    /// The path of the folder that images are copied from.
    let content: String
    private let assets: [SourceFile]
    package let folders: SourceFolders
    /// The hash of each file of the content folder; empty if some files were not read.
    let hashes: [UInt64]
    /// What a later build can take up of the reading; nil if it is not kept.
    let reading: KeptReading?
    /// The file that changed after it was first looked at.
    let lateChange: LateChange
    private let jobs: Int

    /// How many of the problems are errors, and how many are warnings.
    public var counts: ProblemCounts { ProblemCounts(diagnostics) }
    /// Whether the content is valid and does not say whom readers can ask.
    public var lacksContact: Bool { casebook.map { $0.settings.contact == nil } ?? false }

    /// The same sources with more problems, which do not prevent a build.
    public func adding(_ warnings: [Diagnostic]) -> SiteSources {
        guard !warnings.isEmpty else { return self }
        var new = self
        new.diagnostics = (diagnostics + warnings).sorted()
        return new
    }

    /// Reads and checks both folders.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder; nil for the templates inside the program.
    ///   - baseURL: Used instead of the one in `casebook.yml`; ends in a slash.
    ///   - includingDrafts: Whether drafts are part of the site.
    ///   - jobs: How many threads to use.
    public static func load(
        content: String, templates: String?, baseURL: String? = nil, includingDrafts: Bool = false, jobs: Int
    ) throws(PublishingError) -> SiteSources {
        try load(
            SourceFolders.list(
                content: content, templates: templates, baseURL: baseURL, includingDrafts: includingDrafts, jobs: jobs),
            jobs: jobs)
    }

    /// Reads and checks the files of two folders.
    ///
    /// - Parameters:
    ///   - folders: The folders to read.
    ///   - jobs: How many threads to use.
    ///   - day: The day of the check, for advice on days that are yet to come. Not together with `cache`.
    ///   - cache: Results of reading the same folders earlier, for a program that reads them again and again. With it,
    ///     unchanged files are not read, so the sources can be shown but not built.
    ///   - old: Earlier sources, whose templates are used if they are the same.
    ///   - earlier: The reading of the last build. With it, unchanged cases are read only when a page shows them. Not together with
    ///     `day` or `cache`.
    public static func load(
        _ folders: SourceFolders, jobs: Int, on day: CalendarDate? = nil, reusing cache: ReadingCache? = nil,
        following old: SiteSources? = nil, continuing earlier: EarlierReading? = nil
    ) throws(PublishingError) -> SiteSources {
        let (contentFolder, templateFolder) = (folders.content, folders.templates)
        let hashes = Mutex([UInt64](repeating: 0, count: contentFolder.paths.count))
        let lateChange = LateChange()
        let keeper = earlier.map { earlier in
            ReadingKeeper(earlier.kept, basis: folders.readingBasis) { index in
                lateChange.bytes(at: index, of: contentFolder, hash: earlier.kept?.hashes[index])
            }
        }
        let images = try contentFolder.readImages(stamps: folders.imageStamps, reusing: cache, jobs: jobs)
        let reading = try CasebookReader.read(
            paths: contentFolder.paths, images: images, links: contentFolder.links, root: contentFolder.root,
            includingDrafts: folders.includingDrafts, baseURL: folders.baseURL, jobs: jobs, on: day, reusing: cache,
            continuing: keeper, stamps: folders.textStamps
        ) { (index) throws(PublishingError) in
            let bytes = try contentFolder.bytes(at: index)
            let hash = ContentHash(bytes).value
            hashes.withLock { $0[index] = hash }
            return bytes
        }
        var diagnostics = reading.diagnostics
        let language = reading.casebook?.settings.language ?? old?.language
        let (library, assets, templateDiagnostics) = compiled(
            templateFolder, folders.templateHash, language, following: old
        ) {
            contentFolder.paths.firstIndex { $0.hasSuffix("/casebook.yml") }.flatMap { try? contentFolder.bytes(at: $0) }
                .flatMap { SourceDecoder.decode(SourceFile(path: "\(contentFolder.root)/casebook.yml", bytes: $0)).text }
        }
        diagnostics += templateDiagnostics
        diagnostics = diagnostics.sorted().limitedPerFile()
        let isValid = !diagnostics.contains { $0.severity == .error }
        var allHashes = cache == nil ? hashes.withLock { $0 } : []
        if let old = keeper?.usedReading {
            for index in allHashes.indices where allHashes[index] == 0 { allHashes[index] = old.hashes[index] }
        }
        return SiteSources(
            diagnostics: diagnostics, casebook: isValid ? reading.casebook : nil, language: language, templates: library,
            templateDiagnostics: templateDiagnostics, baseURL: folders.baseURL, content: contentFolder.root, assets: assets,
            folders: folders, hashes: allHashes, reading: keeper?.reading(hashes: allHashes), lateChange: lateChange, jobs: jobs
        )
    }

    private static func compiled(
        _ folder: TemplateFolder, _ hash: UInt64, _ language: String?, following old: SiteSources?,
        settings: () -> SourceText?
    ) -> (library: TemplateLibrary, assets: [SourceFile], diagnostics: [Diagnostic]) {
        if let old, old.folders.templateHash == hash, old.language == language, folder.compilesLike(old.folders.templates) {
            return (old.templates, old.assets, old.templateDiagnostics)
        }
        return folder.compile(language: language, settings: settings)
    }

    /// Plans the site; nil if there is an error.
    ///
    /// - Parameter glossaryUses: For each case, the words of the glossary that it uses, if an earlier build has found them.
    public func plan(glossaryUses: [[Int]?] = []) -> SitePlan? {
        casebook.map {
            SitePlan(
                casebook: $0, templates: templates, assets: assets, baseURL: baseURL, glossaryUses: glossaryUses, jobs: jobs)
        }
    }

    /// Plans the site and reuses what has not changed since the plan of earlier sources; nil if there is an error.
    public func plan(following old: (sources: SiteSources, plan: SitePlan)?) -> SitePlan? {
        guard let old, old.sources.folders.templateHash == folders.templateHash, old.sources.baseURL == baseURL,
            old.sources.language == language
        else {
            return plan()
        }
        return casebook.map(old.plan.following)
    }

    /// Lists every name that the layouts can use, for authors of templates.
    public func listOfNames(in language: Language) -> String {
        SitePlan.listOfNames(assets: assets, in: language)
    }
}
