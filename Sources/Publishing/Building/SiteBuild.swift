import Basics
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
    private let content: String
    private let output: String
    private let jobs: Int
    private let cache: BuildCache?
    private let warnings: [Diagnostic]

    /// Plans a build; nil if the sources have errors.
    ///
    /// - Parameters:
    ///   - sources: The sources of the site.
    ///   - output: The path of the folder to write into.
    ///   - jobs: How many threads render and write.
    ///   - cache: Keeps the record of the last build and of this one. Without it, every page is rendered.
    public init?(_ sources: SiteSources, output: String, jobs: Int, cache: BuildCache? = nil) {
        guard let plan = sources.plan(), let inputs = sources.inputs() else { return nil }
        self.plan = plan
        self.inputs = inputs
        self.output = output
        self.jobs = jobs
        self.cache = cache
        content = sources.content
        warnings = sources.diagnostics
    }

    /// What the site is published without.
    public var omissions: [SiteOmission] { plan.omissions }

    /// How a file changed since the last complete build.
    private struct Outcome {
        enum Change {
            case added
            case changed
            case unchanged
        }

        let change: Change
        let hash: UInt64
        let status: FileStatus?
    }

    /// Renders what can have changed and writes what differs.
    ///
    /// 1. All paths are checked. If something is in the way, nothing is written.
    /// 2. The manifest is written with the files of both builds, so the build after an interrupted one knows all files.
    /// 3. New files are written, linked ones before those that link to them. Placeholder pages are put where new pages will be.
    /// 4. Changed files are replaced, then old files are removed.
    /// 5. The manifest is written with the files of this build.
    ///
    /// - Parameter progress: Counts the files that are done.
    /// - Throws: Any error of reading and writing; `unrenderable`.
    public func run(progress: BuildProgress = BuildProgress()) throws(PublishingError) -> BuildSummary {
        let routes = plan.allRoutes()
        let folder = try OutputFolder(path: output, paths: routes.map { plan.permalink(of: $0).path })
        let files = folder.files.filter(\.isWanted)
        let unchanged = UnchangedFiles(cache?.record(of: output), inputs, plan, folder)
        progress.begin(.writing, total: files.count)
        let outcomes = Mutex([Outcome?](repeating: nil, count: files.count))
        @Sendable func keep(_ outcome: Outcome?, of route: Int) {
            outcomes.withLock { $0[route] = outcome }
            progress.advance()
        }
        func write(_ indices: [Int]) throws(PublishingError) {
            let large = Mutex<[Int]>([])
            try runInParallel(count: indices.count, jobs: jobs) { (number, worker) throws(PublishingError) in
                let route = indices[number]
                let file = files[route]
                if let hash = try unchanged.hash(of: routes[route], file, in: folder) {
                    keep(Outcome(change: .unchanged, hash: hash, status: file.status), of: route)
                    return
                }
                guard let bytes = try wholeBytes(of: routes[route]) else {
                    large.withLock { $0.append(route) }
                    return
                }
                let status = try folder.put(bytes, at: file, worker: worker)
                keep(outcome(of: file, written: status, ContentHash(bytes)), of: route)
            }
            for route in large.withLock({ $0.sorted() }) {
                keep(try writeParts(of: routes[route], at: files[route], in: folder), of: route)
            }
        }
        let placeholder = StandInPage.bytes(language: plan.casebook.settings.language)
        let exists = files.map { $0.status != nil }
        let tiers = Dictionary(grouping: files.indices.filter { !exists[$0] }) { routes[$0].linkTier }
        if folder.files.contains(where: { $0.status != nil }) {
            try folder.putPlaceholder(placeholder, for: (tiers[.page] ?? []).map { files[$0] })
        }
        for tier in LinkTier.allCases { try write(tiers[tier] ?? []) }
        try write(files.indices.filter { exists[$0] })
        let removed = try removeStale(from: folder, placeholder: placeholder)
        let results = Array(zip(files, outcomes.withLock { $0 }))
        let manifest = try folder.store(Manifest(sorted: results.map { Manifest.Entry(path: $0.path, hash: $1?.hash) }))
        let statuses = results.compactMap { $1?.status }
        if statuses.count == files.count {
            cache?.keep(record(manifest: manifest, files: statuses), of: output)
        }
        return BuildSummary(
            cases: plan.caseCount, files: files.count, added: results.filter { $1?.change == .added }.map(\.0.path),
            changed: results.filter { $1?.change == .changed }.map(\.0.path), removed: removed, warnings: warnings)
    }

    private func record(manifest: UInt64, files: [FileStatus]) -> BuildRecord {
        let summary = inputs.stamp.map {
            BuildRecord.Summary(stamp: $0, caseCount: plan.caseCount, omissions: plan.omissions)
        }
        return BuildRecord(
            summary: warnings.isEmpty ? summary : nil, base: inputs.base, cases: inputs.cases, manifest: manifest, files: files)
    }

    private func render(_ route: Route) throws(PublishingError) -> Page {
        do throws(RenderingError) {
            return try plan.render(route)
        } catch {
            throw .unrenderable(path: error.diagnostic.path, reason: error.diagnostic.message)
        }
    }

    /// All bytes of a file; nil if it is rendered in parts.
    private func wholeBytes(of route: Route) throws(PublishingError) -> [UInt8]? {
        switch try render(route).body {
        case .bytes(let bytes): bytes
        case .parts: nil
        case .contentFile(let path): try Disk.bytes(of: "\(content)/\(path)")
        }
    }

    /// Writes a file in parts. All threads render parts, which are written in order.
    private func writeParts(
        of route: Route, at file: OutputFile, in folder: OutputFolder
    ) throws(PublishingError) -> Outcome? {
        guard case .parts(let count, let part) = try render(route).body else { return nil }
        let hash = Mutex(ContentHash())
        let update = Mutex(try folder.update(of: file))
        try makeInParallel(count: count, jobs: jobs) { (number) throws(PublishingError) in
            part(number)
        } taking: { (bytes) throws(PublishingError) in
            hash.withLock { $0.update(bytes) }
            try update.withLock { (update) throws(PublishingError) in try update.append(bytes) }
        }
        let status = try update.withLock { (update) throws(PublishingError) in try update.finish() }
        return outcome(of: file, written: status, hash.withLock { $0 })
    }

    private func outcome(of file: OutputFile, written status: FileStatus?, _ hash: ContentHash) -> Outcome {
        let hash = hash.value
        let change: Outcome.Change =
            switch file.known {
            case nil: .added
            case let known: status != nil || known != hash ? .changed : .unchanged
            }
        return Outcome(change: change, hash: hash, status: status ?? file.status)
    }

    /// Removes the files that only an earlier build wrote: first the links to them, then the files.
    ///
    /// - Returns: The removed paths that the last complete build had written, sorted.
    private func removeStale(from folder: OutputFolder, placeholder: [UInt8]) throws(PublishingError) -> [String] {
        let stale = folder.files.filter { !$0.isWanted }
        let existing = stale.filter { $0.status != nil }
        let tiers = Dictionary(grouping: existing) { LinkTier(formerPath: $0.path) }
        let pages = tiers[.page] ?? []
        if existing.count > 1 { try folder.putPlaceholder(placeholder, for: pages) }
        for tier in LinkTier.allCases.reversed() where tier != .page {
            for file in tiers[tier] ?? [] { try folder.remove(file) }
        }
        for file in pages { try folder.remove(file) }
        folder.removeEmptyFolders(of: stale)
        return stale.filter { $0.known != nil }.map(\.path)
    }
}
