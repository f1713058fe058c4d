import Basics
import Images
import Site
import Synchronization
import Templates

/// How a file changed since the last complete build.
struct Outcome {
    enum Change {
        case added
        case changed
        case unchanged
    }

    let change: Change
    let hash: UInt64
    let status: FileStatus?
}

/// Renders the files of a site and writes those that differ.
final class SiteWriter: Sendable {
    private let plan: SitePlan
    private let content: String
    private let folder: OutputFolder
    private let files: [OutputFile]
    private let routes: [Route]
    private let unchanged: UnchangedFiles
    private let progress: BuildProgress
    private let jobs: Int
    private let results: Mutex<[Outcome?]>
    /// The lengths of the parts of large files, by path.
    private let lengths = Mutex<[String: [UInt64]]>([:])
    /// The anchors of pages on the disk that were not replaced yet, by the number of the file.
    private let oldAnchors = Mutex<[Int: Set<String>]>([:])

    /// - Parameters:
    ///   - plan: The plan of the site.
    ///   - content: The path of the content folder, for images.
    ///   - folder: The folder to write into.
    ///   - files: The files to write, sorted by path.
    ///   - routes: The route of each file.
    ///   - unchanged: Finds the files that need not be rendered.
    ///   - progress: Counts the files that are done.
    ///   - jobs: How many threads render and write.
    init(
        plan: SitePlan, content: String, folder: OutputFolder, files: [OutputFile], routes: [Route],
        unchanged: UnchangedFiles, progress: BuildProgress, jobs: Int
    ) {
        self.plan = plan
        self.content = content
        self.folder = folder
        self.files = files
        self.routes = routes
        self.unchanged = unchanged
        self.progress = progress
        self.jobs = jobs
        results = Mutex([Outcome?](repeating: nil, count: files.count))
    }

    /// What became of each file; nil if it was not written.
    var outcomes: [Outcome?] { results.withLock { $0 } }

    /// The lengths of the parts of large files, by path. Those of files that were left alone are those of the last build.
    var partLengths: [String: [UInt64]] { lengths.withLock { $0 } }

    /// Whether a file of an earlier build was replaced.
    var hasReplaced: Bool {
        results.withLock { results in files.indices.contains { files[$0].status != nil && results[$0]?.change == .changed } }
    }

    /// Writes a site where there was none. The home page is last: before it, there is no site.
    func writeFirst() throws(PublishingError) {
        guard folder.isStaged else {
            for tier in LinkTier.allCases { try write(files.indices.filter { routes[$0].linkTier == tier }) }
            return
        }
        try write(Array(files.indices))
        for index in try folder.publish() {
            let status = try folder.status(of: files[index])
            results.withLock { results in
                results[index] = results[index].map { Outcome(change: $0.change, hash: $0.hash, status: status) }
            }
        }
    }

    /// Writes a site over an earlier one. There are temporary pages at the addresses of new pages already.
    ///
    /// New files come first, because changed ones link to them. A page that links to an anchor which another page has not yet, and one
    /// that loses anchors to which other pages may still link, have to wait for those pages.
    ///
    /// - Parameter hideStale: Puts temporary pages in the place of those that will be removed, and which may link to such anchors.
    func writeOver(_ hideStale: () throws(PublishingError) -> Void) throws(PublishingError) {
        let (new, old) = (files.indices.filter { files[$0].status == nil }, files.indices.filter { files[$0].status != nil })
        for tier in LinkTier.allCases where tier < .page { try write(new.filter { routes[$0].linkTier == tier }) }
        var waiting = try writeWithoutWaiting(new.filter { routes[$0].linkTier >= .page })
        waiting += try writeWithoutWaiting(old)
        guard !waiting.isEmpty else { return }
        try hideStale()
        try writeInOrder(waiting.sorted())
    }

    /// Writes files, sorted by path, in an order in which threads are at work in different folders: the first takes files from the
    /// start of the list while the next takes them from further on. Two threads that create files in one folder wait for each other.
    private func write(_ sorted: [Int]) throws(PublishingError) {
        let share = (sorted.count + jobs - 1) / max(jobs, 1)
        let indices = (0..<share).flatMap { first in
            stride(from: first, to: sorted.count, by: share).map { sorted[$0] }
        }
        let large = Mutex<[Int]>([])
        try runInParallel(count: indices.count, jobs: jobs) { (number, worker) throws(PublishingError) in
            let index = indices[number]
            guard let bytes = try newBytes(of: index, large) else { return }
            try put(bytes, index, worker: worker)
        }
        try writeLarge(large)
    }

    /// The bytes of a file; nil if it is unchanged, or large.
    private func newBytes(of index: Int, _ large: borrowing Mutex<[Int]>) throws(PublishingError) -> [UInt8]? {
        if let hash = try unchanged.hash(of: routes[index], files[index], in: folder) {
            keep(Outcome(change: .unchanged, hash: hash, status: files[index].status), of: index)
            if let known = unchanged.partLengths(of: files[index].path) {
                lengths.withLock { $0[files[index].path] = known }
            }
            return nil
        }
        guard let bytes = try wholeBytes(of: routes[index]) else {
            large.withLock { $0.append(index) }
            return nil
        }
        return bytes
    }

    private func put(_ bytes: [UInt8], _ index: Int, worker: Int) throws(PublishingError) {
        let status = try folder.put(bytes, at: files[index], worker: worker)
        keep(outcome(of: files[index], written: status, ContentHash(bytes)), of: index)
    }

    private func writeLarge(_ large: borrowing Mutex<[Int]>) throws(PublishingError) {
        for index in large.withLock({ $0.sorted() }) {
            keep(try writeParts(of: routes[index], at: files[index]), of: index)
        }
    }

    private func keep(_ outcome: Outcome?, of index: Int) {
        results.withLock { $0[index] = outcome }
        progress.advance()
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
        case .contentFile(let path): try contentFile(path)
        case .archive(let entries): try Page.archive(entries, read: contentFile)
        }
    }

    /// The bytes to publish of a file in the content folder.
    private func contentFile(_ path: String) throws(PublishingError) -> [UInt8] {
        CleanImage.published(try Disk.bytes(of: "\(content)/\(path)"), path: path)
    }

    /// Writes a file in parts. All threads render parts, which are written in order.
    private func writeParts(of route: Route, at file: OutputFile) throws(PublishingError) -> Outcome? {
        guard case .parts(let count, let cases, let part) = try render(route).body else { return nil }
        let old = try unchanged.parts(of: file, count: count, in: folder)
        let hash = Mutex(ContentHash())
        let lengths = Mutex<[UInt64]>([])
        let update = Mutex(try folder.update(of: file))
        try makeInParallel(count: count, jobs: jobs) { (number) throws(PublishingError) in
            let kept = old?.bytes(of: number, showing: cases(number))
            return (bytes: kept ?? part(number), isKept: kept != nil)
        } taking: { (part) throws(PublishingError) in
            hash.withLock { $0.update(part.bytes) }
            lengths.withLock { $0.append(UInt64(part.bytes.count)) }
            try update.withLock { (update) throws(PublishingError) in try update.append(part.bytes, isKept: part.isKept) }
        }
        self.lengths.withLock { $0[file.path] = lengths.withLock { $0 } }
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
}

/// The order of pages with anchors.
extension SiteWriter {
    /// Writes those files that have to wait for no page.
    ///
    /// - Returns: The others, in any order.
    private func writeWithoutWaiting(_ indices: [Int]) throws(PublishingError) -> [Int] {
        let large = Mutex<[Int]>([])
        let waiting = Mutex<[Int]>([])
        try runInParallel(count: indices.count, jobs: jobs) { (number, worker) throws(PublishingError) in
            let index = indices[number]
            guard let bytes = try newBytes(of: index, large) else { return }
            if files[index].path.hasSuffix(".html"), try hasToWait(bytes, index) {
                waiting.withLock { $0.append(index) }
            } else {
                try put(bytes, index, worker: worker)
            }
        }
        try writeLarge(large)
        return waiting.withLock { $0 }
    }

    private func hasToWait(_ bytes: [UInt8], _ index: Int) throws(PublishingError) -> Bool {
        var new = bytes
        if let old = try oldBytes(of: index) {
            if old == bytes { return false }
            // The anchors and links outside of what has changed are in both versions, so they have not to be looked at.
            let (oldPart, newPart) = PageAnchors.differingParts(old, bytes)
            let (before, after) = (PageAnchors(of: oldPart), PageAnchors(of: newPart))
            if !before.isEqual(to: after), !before.all.isSubset(of: after.all) { return true }
            new = newPart
        }
        for link in PageAnchors.links(of: new, at: files[index].path) {
            // At the address of a new page there is the page or a temporary one.
            guard let target = number(of: link.path), files[target].status != nil, !isDone(target) else { continue }
            if try !anchors(of: target).contains(link.anchor) { return true }
        }
        return false
    }

    /// Writes pages so that each comes after those that it has to wait for. Where pages wait for one another, they get each other's
    /// anchors for a moment.
    private func writeInOrder(_ indices: [Int]) throws(PublishingError) {
        let (before, changes) = try waits(of: indices)
        var rest = Set(indices)
        while true {
            let ready = rest.filter { before[$0]?.isDisjoint(with: rest) ?? true }
            if ready.isEmpty { break }
            try write(ready.sorted())
            rest.subtract(ready)
        }
        let circle = rest.sorted()
        let (losing, others) = (
            circle.filter { changes[$0]?.lost.isEmpty == false }, circle.filter { changes[$0]?.lost.isEmpty != false }
        )
        try replace(circle) { (index) throws(PublishingError) in
            guard let gained = changes[index]?.gained, !gained.isEmpty else { return nil }
            return try self.oldBytes(of: index).map { PageAnchors.adding(gained, to: $0) }
        }
        // From here on, the pages hold all anchors, old and new.
        try replace(losing) { (index) throws(PublishingError) in
            try self.wholeBytes(of: self.routes[index]).map { PageAnchors.adding(changes[index]?.lost ?? [], to: $0) }
        }
        try write(others)
        try write(losing)
    }

    /// The anchors that a page gets and those that it loses.
    private struct AnchorChange {
        let gained: Set<String>
        let lost: Set<String>
        let oldLinks: Set<PageAnchors.Link>
        let newLinks: Set<PageAnchors.Link>
    }

    /// For each page, those that must be written before it.
    private func waits(
        of indices: [Int]
    ) throws(PublishingError) -> (before: [Int: Set<Int>], changes: [Int: AnchorChange]) {
        let found = Mutex<[Int: AnchorChange]>([:])
        try runInParallel(count: indices.count, jobs: jobs) { (number, _) throws(PublishingError) in
            let index = indices[number]
            let (old, new) = (try oldBytes(of: index), try wholeBytes(of: routes[index]) ?? [])
            let (oldIDs, newIDs) = (old.map { PageAnchors(of: $0).all } ?? [], PageAnchors(of: new).all)
            let change = AnchorChange(
                gained: old == nil ? [] : newIDs.subtracting(oldIDs), lost: oldIDs.subtracting(newIDs),
                oldLinks: old.map { PageAnchors.links(of: $0, at: files[index].path) } ?? [],
                newLinks: PageAnchors.links(of: new, at: files[index].path))
            found.withLock { $0[index] = change }
        }
        let changes = found.withLock { $0 }
        var before: [Int: Set<Int>] = [:]
        for (index, change) in changes {
            for link in change.newLinks {
                guard let target = number(of: link.path), changes[target]?.gained.contains(link.anchor) == true else {
                    continue
                }
                before[index, default: []].insert(target)
            }
            for link in change.oldLinks {
                guard let target = number(of: link.path), changes[target]?.lost.contains(link.anchor) == true else { continue }
                before[target, default: []].insert(index)
            }
        }
        return (before, changes)
    }

    /// Replaces pages by other bytes, which are not their last.
    private func replace(
        _ indices: [Int], _ bytes: @Sendable (Int) throws(PublishingError) -> [UInt8]?
    ) throws(PublishingError) {
        try runInParallel(count: indices.count, jobs: jobs) { (number, worker) throws(PublishingError) in
            guard let bytes = try bytes(indices[number]) else { return }
            _ = try folder.put(bytes, at: files[indices[number]], worker: worker)
        }
    }

    private func isDone(_ index: Int) -> Bool { results.withLock { $0[index] != nil } }

    /// The number of the file at a path. O(log files).
    private func number(of path: String) -> Int? {
        let index = files.partitioningIndex { $0.path >= path }
        return index < files.count && files[index].path == path ? index : nil
    }

    /// The bytes of a file that an earlier build wrote; nil if there are none.
    private func oldBytes(of index: Int) throws(PublishingError) -> [UInt8]? {
        files[index].status == nil ? nil : try folder.bytes(of: files[index])
    }

    /// The anchors of a page that was not replaced yet.
    private func anchors(of index: Int) throws(PublishingError) -> Set<String> {
        if let known = oldAnchors.withLock({ $0[index] }) { return known }
        let found = try oldBytes(of: index).map { PageAnchors(of: $0).all } ?? []
        oldAnchors.withLock { $0[index] = found }
        return found
    }
}
