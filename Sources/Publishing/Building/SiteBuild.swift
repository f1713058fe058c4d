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
    private let warningCount: Int

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
        warningCount = sources.warningCount
    }

    private enum Change {
        case added
        case changed
        case unchanged
    }

    /// Renders all routes and writes what differs.
    ///
    /// The manifest first names all that either build wrote, so that one which is cut off leaves nothing behind that the next
    /// does not know. Then come new files, then changed ones, then removals, and last the manifest of what is there now.
    public func run() throws(PublishingError) -> BuildSummary {
        let paths = plan.routes.map { plan.permalink(of: $0).path }
        let folder = try OutputFolder(path: output) { old in
            Set((paths + old.files.keys).compactMap(Self.folder))
        }
        let old = folder.manifest
        for path in paths where old.files[path] == nil && folder.exists(path) {
            throw .foreignFile(path: folder.shown(path))
        }
        let isKnown = Set(old.files.keys)
        try announce(paths, in: folder)
        let standing = paths.map { isKnown.contains($0) && folder.exists($0) }
        let outcomes = Mutex([(change: Change, hash: String)?](repeating: nil, count: paths.count))
        for isStanding in [false, true] {
            let numbers = standing.indices.filter { standing[$0] == isStanding }
            try runInParallel(count: numbers.count, jobs: jobs) { (number, worker) throws(PublishingError) in
                let route = numbers[number]
                let bytes = try render(plan.routes[route])
                let change = try put(bytes, at: paths[route], in: folder, worker: worker)
                let hash = ContentHash(bytes).hexadecimal
                outcomes.withLock { $0[route] = (change, hash) }
            }
        }
        let removed = isKnown.subtracting(paths).sorted()
        for path in removed { try folder.remove(path) }
        folder.removeEmptyFolders(removed.compactMap(Self.folder))
        let results = zip(paths, outcomes.withLock { $0 })
        try store(Manifest(files: Dictionary(results.map { ($0, $1?.hash ?? "") }) { $1 }), in: folder)
        return BuildSummary(
            cases: plan.caseCount, files: paths.count, added: results.filter { $1?.change == .added }.map(\.0),
            changed: results.filter { $1?.change == .changed }.map(\.0), removed: removed, warnings: warningCount)
    }

    private func render(_ route: Route) throws(PublishingError) -> [UInt8] {
        let page: Page
        do throws(RenderingError) {
            page = try plan.render(route)
        } catch {
            throw .unrenderable(path: error.diagnostic.path, reason: error.diagnostic.message)
        }
        return switch page.body {
        case .bytes(let bytes): bytes
        case .contentFile(let path): try Disk.read("\(content)/\(path)")
        }
    }

    private func put(
        _ bytes: [UInt8], at path: String, in folder: OutputFolder, worker: Int
    ) throws(PublishingError) -> Change {
        let standing = try folder.read(path)
        if standing == bytes { return .unchanged }
        try folder.write(bytes, to: path, worker: worker)
        return standing == nil ? .added : .changed
    }

    /// Names the paths that are about to be written, beside those that are there.
    private func announce(_ paths: [String], in folder: OutputFolder) throws(PublishingError) {
        var manifest = folder.manifest
        for path in paths where manifest.files[path] == nil { manifest.files[path] = "" }
        if manifest != folder.manifest { try folder.write(manifest.json, to: Manifest.path) }
    }

    private func store(_ manifest: Manifest, in folder: OutputFolder) throws(PublishingError) {
        let json = manifest.json
        if try folder.read(Manifest.path) != json { try folder.write(json, to: Manifest.path) }
    }

    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
