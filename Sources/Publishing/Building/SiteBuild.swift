import Basics
import CasebookLoading
import Diagnostics
import Site
import Synchronization
import Templates

/// Writes a site into a folder. Only new and changed files are written, and files that only an earlier build wrote are removed.
///
/// The order is chosen so that no link is dead at any moment.
public struct SiteBuild: Sendable {
    private let plan: SitePlan
    private let inputs: BuildInputs
    private let searchInputs: SearchInputs
    private let content: String
    private let output: String
    private let jobs: Int
    private let cache: BuildCache?
    /// The record of the last build.
    private let record: BuildRecord?
    private let warnings: [Diagnostic]
    private let reading: KeptReading?
    private let lateChange: LateChange

    /// Plans a build; nil if the sources have errors.
    ///
    /// - Parameters:
    ///   - sources: The sources of the site.
    ///   - output: The path of the folder to write into.
    ///   - jobs: How many threads render and write.
    ///   - cache: Keeps the record of the last build and of this one. Without it, every page is rendered.
    public init?(_ sources: SiteSources, output: String, jobs: Int, cache: BuildCache? = nil) {
        guard let inputs = sources.inputs() else { return nil }
        record = cache?.record(of: output)
        guard let plan = sources.plan(glossaryUses: record?.glossaryUses(for: inputs) ?? []) else { return nil }
        self.plan = plan
        self.inputs = inputs
        searchInputs = SearchInputs(sources, inputs)
        self.output = output
        self.jobs = jobs
        self.cache = cache
        content = sources.content
        warnings = sources.diagnostics
        reading = sources.reading
        lateChange = sources.lateChange
    }

    /// What the site is published without.
    public var omissions: [SiteOmission] { plan.omissions }

    /// Renders what can have changed and writes what differs.
    ///
    /// 1. All paths are checked. If something is in the way, nothing is written.
    /// 2. The manifest is written with the files of both builds, so the build after an interrupted one knows all files.
    /// 3. New files are written, linked ones before those that link to them. Placeholder pages are put where new pages will be.
    /// 4. Changed files are replaced, in an order in which no link leads to an anchor that is not there. Then old files are removed.
    /// 5. What was written is stored on disk, then the manifest is written with the files of this build.
    ///
    /// If none of the site is there yet, steps 3 and 4 are simpler: it is written in a folder of its own, in any order, and moved to
    /// its place when it is complete, the home page last.
    ///
    /// If there is no room for the new files, those that were written are removed again.
    ///
    /// - Parameters:
    ///   - progress: Counts the files that are done.
    ///   - publishesDrafts: Whether drafts may replace a public site.
    /// - Throws: `draftsOverPublicSite`; any error of reading and writing; `unrenderable`;
    ///   `changedWhileBuilding`.
    public func run(
        progress: BuildProgress = BuildProgress(), publishesDrafts: Bool = false
    ) throws(PublishingError) -> BuildSummary {
        let hasDrafts = plan.casebook.cases.contains { $0.status == .draft }
        let drafts: DraftsInSite = !hasDrafts ? .none : publishesDrafts ? .allowed : .refusedOverPublicSite
        var (routes, index) = cache.routes(of: plan, searchInputs, output: output)
        let folder = try OutputFolder(path: output, paths: routes.map { plan.permalink(of: $0).path }, drafts: drafts)
        // The index needs memory, and the folder has to exist.
        if let new = index.take() { cache?.keep(new, searchInputs, of: output) }
        // These lists are long, so most of them are made only where they are needed.
        let files = folder.wantedFiles
        let unchanged = UnchangedFiles(record, inputs, plan, folder)
        progress.begin(.writing, total: files.count)
        let writer = SiteWriter(
            plan: plan, content: content, folder: folder, files: files, routes: routes, unchanged: unchanged,
            progress: progress, jobs: jobs)
        let placeholder = plan.standInPage
        defer { folder.removePlaceholder() }
        let hidden = Mutex(false)
        let stale = folder.files.filter { !$0.isWanted && $0.status != nil }
        func hideStale() throws(PublishingError) {
            hidden.withLock { $0 = true }
            try folder.putPlaceholder(placeholder, for: stale.filter { LinkTier(formerPath: $0.path) == .page })
        }
        func added() -> [OutputFile] { files.filter { $0.status == nil } }
        func addedPages() -> [OutputFile] {
            files.indices.filter { files[$0].status == nil && routes[$0].linkTier == .page }.map { files[$0] }
        }
        do throws(PublishingError) {
            if folder.files.contains(where: { $0.status != nil }) {
                try folder.putPlaceholder(placeholder, for: addedPages())
                try writer.writeOver(hideStale)
            } else {
                try writer.writeFirst()
            }
            if let path = lateChange.path { throw .changedWhileBuilding(path: path) }
        } catch {
            if !writer.hasReplaced, !hidden.withLock({ $0 }) {
                takeBack(added(), from: folder, placeholder: placeholder)
            } else if error.isOutOfSpace {
                // Replaced pages may link to new ones, so these cannot go. As temporary pages they need no room.
                try? folder.putPlaceholder(placeholder, for: addedPages())
            }
            throw error
        }
        if stale.count > 1, !hidden.withLock({ $0 }) { try hideStale() }
        try remove(stale, from: folder)
        folder.removeEmptyFolders(of: folder.files.filter { !$0.isWanted })
        let removed = folder.files.filter { !$0.isWanted && $0.known != nil }.map(\.path)
        folder.removePlaceholder()
        let outcomes = writer.outcomes
        let manifest = try folder.store(
            Manifest(
                sorted: zip(files, outcomes).map { Manifest.Entry(path: $0.path, hash: $1?.hash) }, hasDrafts: hasDrafts))
        let statuses = outcomes.compactMap { $0?.status?.fingerprint }
        if statuses.count == files.count {
            cache?.keep(newRecord(manifest: manifest, files: statuses, parts: writer.partLengths), of: output)
            if let reading { cache?.keep(reading, for: output) }
        }
        func paths(_ change: Outcome.Change) -> [String] {
            files.indices.filter { outcomes[$0]?.change == change }.map { files[$0].path }
        }
        return BuildSummary(
            cases: plan.caseCount, files: files.count, added: paths(.added), changed: paths(.changed), removed: removed,
            warnings: warnings)
    }

    private func newRecord(manifest: UInt64, files: [UInt64], parts: [String: [UInt64]]) -> BuildRecord {
        let summary = inputs.stamp.map {
            BuildRecord.Summary(
                stamp: $0, caseCount: plan.caseCount, omissions: plan.omissions, warnings: warnings)
        }
        return BuildRecord(
            summary: summary, base: inputs.base, cases: inputs.cases, manifest: manifest, files: files,
            words: plan.glossaryUses, parts: parts)
    }

    /// Removes the files that this build has added, after it failed, so that the site is as before and needs no more room.
    private func takeBack(_ added: [OutputFile], from folder: OutputFolder, placeholder: [UInt8]) {
        do throws(PublishingError) {
            if folder.isStaged {
                try folder.removeStaged()
                return folder.restoreManifest(without: [])
            }
            // No page of the old site links to the new ones. They link to one another.
            try? folder.putPlaceholder(placeholder, for: added.filter { LinkTier(formerPath: $0.path) == .page })
            try remove(added, from: folder)
        } catch {
            // The manifest still names what is left, so the next build removes or replaces it.
            return
        }
        folder.removePlaceholder()
        folder.restoreManifest(without: added)
    }

    /// Removes files, those that link to others first. Pages, which link to one another, are temporary pages by then.
    private func remove(_ files: [OutputFile], from folder: OutputFolder) throws(PublishingError) {
        let tiers = Dictionary(grouping: files) { LinkTier(formerPath: $0.path) }
        for tier in LinkTier.allCases.reversed() where tier != .page {
            for file in tiers[tier] ?? [] { try folder.remove(file) }
        }
        for file in tiers[.page] ?? [] { try folder.remove(file) }
    }
}
