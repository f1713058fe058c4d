import Diagnostics
import Site
import Synchronization
import Templates

/// Writes a site into a folder: what is new or has changed, in an order that leaves no link dead, and takes away what an earlier
/// build wrote and this one does not.
public struct SiteBuild: Sendable {
    private let plan: SitePlan
    private let content: String
    private let output: String
    private let jobs: Int
    private let warnings: [Diagnostic]

    /// A build of sound sources; nil when they have errors.
    ///
    /// - Parameters:
    ///   - output: The folder to write into.
    ///   - jobs: How many threads render and write.
    public init?(_ sources: SiteSources, output: String, jobs: Int) {
        guard let plan = sources.plan else { return nil }
        self.plan = plan
        self.output = output
        self.jobs = jobs
        content = sources.content
        warnings = sources.diagnostics
    }

    /// What became of a route, against the last build that came to its end.
    private struct Outcome {
        enum Change {
            case added
            case changed
            case unchanged
        }

        let change: Change
        let hash: String
    }

    /// Renders all routes and writes what differs.
    ///
    /// Nothing is written while something stands in the way. Then the manifest first names all that either build wrote, so that
    /// one which is cut off leaves nothing behind that the next does not know. New files follow, those that others link to
    /// first, with a page that stands in where pages are about to come; then changed ones, then removals, and last the manifest
    /// of what is there now.
    ///
    /// - Parameter progress: Counts the files that are done.
    public func run(progress: BuildProgress = BuildProgress()) throws(PublishingError) -> BuildSummary {
        let paths = plan.routes.map { plan.permalink(of: $0).path }
        let folder = try OutputFolder(path: output, paths: paths) { old in
            var files = old.files
            for path in paths where files[path] == nil { files[path] = "" }
            return Manifest(files: files)
        }
        progress.begin(.writing, total: paths.count)
        let outcomes = Mutex([Outcome?](repeating: nil, count: paths.count))
        @Sendable func keep(_ outcome: Outcome?, of route: Int) {
            outcomes.withLock { $0[route] = outcome }
            progress.advance()
        }
        func write(_ numbers: [Int]) throws(PublishingError) {
            let large = Mutex<[Int]>([])
            try runInParallel(count: numbers.count, jobs: jobs) { (number, worker) throws(PublishingError) in
                let route = numbers[number]
                guard let bytes = try wholeBytes(of: plan.routes[route]) else {
                    large.withLock { $0.append(route) }
                    return
                }
                let isWritten = try folder.put(bytes, at: paths[route], worker: worker)
                keep(outcome(at: paths[route], in: folder, isWritten: isWritten, ContentHash(bytes)), of: route)
            }
            for route in large.withLock({ $0.sorted() }) {
                keep(try writeParts(of: plan.routes[route], at: paths[route], in: folder), of: route)
            }
        }
        let standIn = StandInPage.bytes(language: plan.casebook.settings.language)
        let new = paths.indices.filter { !folder.standing.contains(paths[$0]) }
        let tiers = Dictionary(grouping: new) { LinkTier(path: paths[$0]) }
        if !folder.standing.isEmpty { try folder.standIn(standIn, for: (tiers[.page] ?? []).map { paths[$0] }) }
        for tier in LinkTier.allCases { try write(tiers[tier] ?? []) }
        try write(paths.indices.filter { folder.standing.contains(paths[$0]) })
        let removed = try removeStale(keeping: paths, from: folder, standIn: standIn)
        let results = zip(paths, outcomes.withLock { $0 })
        try folder.store(Manifest(files: Dictionary(results.map { ($0, $1?.hash ?? "") }) { $1 }))
        return BuildSummary(
            cases: plan.caseCount, files: paths.count, added: results.filter { $1?.change == .added }.map(\.0),
            changed: results.filter { $1?.change == .changed }.map(\.0), removed: removed, warnings: warnings)
    }

    private func render(_ route: Route) throws(PublishingError) -> Page {
        do throws(RenderingError) {
            return try plan.render(route)
        } catch {
            throw .unrenderable(path: error.diagnostic.path, reason: error.diagnostic.message)
        }
    }

    /// All bytes of a file; nil for one that comes in parts.
    private func wholeBytes(of route: Route) throws(PublishingError) -> [UInt8]? {
        switch try render(route).body {
        case .bytes(let bytes): bytes
        case .parts: nil
        case .contentFile(let path): try Disk.read("\(content)/\(path)")
        }
    }

    /// Writes a file that comes in parts: all threads make them, each is written when its turn comes.
    private func writeParts(
        of route: Route, at path: String, in folder: OutputFolder
    ) throws(PublishingError) -> Outcome? {
        guard case .parts(let count, let part) = try render(route).body else { return nil }
        let hash = Mutex(ContentHash())
        let file = Mutex(try folder.update(of: path))
        try makeInParallel(count: count, jobs: jobs) { (number) throws(PublishingError) in
            part(number)
        } taking: { (bytes) throws(PublishingError) in
            hash.withLock { $0.update(bytes) }
            try file.withLock { (file) throws(PublishingError) in try file.append(bytes) }
        }
        let isWritten = try file.withLock { (file) throws(PublishingError) in try file.finish() }
        return outcome(at: path, in: folder, isWritten: isWritten, hash.withLock { $0 })
    }

    private func outcome(at path: String, in folder: OutputFolder, isWritten: Bool, _ hash: ContentHash) -> Outcome {
        let hash = hash.hexadecimal
        switch folder.manifest.files[path] {
        case nil, "": return Outcome(change: .added, hash: hash)
        case let known: return Outcome(change: isWritten || known != hash ? .changed : .unchanged, hash: hash)
        }
    }

    /// Removes what an earlier build wrote and this one did not: pages stop linking, then what they may have linked to goes.
    ///
    /// - Returns: The paths that the last build which came to its end had written, sorted.
    private func removeStale(
        keeping paths: [String], from folder: OutputFolder, standIn: [UInt8]
    ) throws(PublishingError) -> [String] {
        let stale = Set(folder.manifest.files.keys).subtracting(paths).sorted()
        let standing = stale.filter(folder.standing.contains)
        let tiers = Dictionary(grouping: standing, by: LinkTier.init(path:))
        let pages = tiers[.page] ?? []
        if standing.count > 1 { try folder.standIn(standIn, for: pages) }
        for tier in LinkTier.allCases.reversed() where tier != .page {
            for path in tiers[tier] ?? [] { try folder.remove(path) }
        }
        for path in pages { try folder.remove(path) }
        folder.removeEmptyFolders(of: stale)
        return stale.filter { folder.manifest.files[$0] != "" }
    }
}
