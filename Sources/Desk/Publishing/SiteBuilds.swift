import Diagnostics
import Foundation
import Preview
import Publishing
import Site
import Synchronization

/// From where to where a desk builds its site.
struct BuildPlaces: Sendable {
    let content: String
    let templates: String?
    /// The folder of the built site.
    let output: String
    let jobs: Int
    /// Whether warnings stop a build.
    var isStrict = false
}

/// The builds of a desk: one at a time, on a thread of its own.
final class SiteBuilds: Sendable {
    /// What a build led to.
    enum Outcome: Sendable {
        case built(BuiltPages)
        /// The content or the templates have errors, so nothing was written.
        case invalid([Diagnostic])
        case failed(PublishingError)
    }

    /// What there is to show.
    enum State: Sendable {
        case none
        case running(BuildProgress)
        case done(Outcome, date: Date)
    }

    let places: BuildPlaces
    private let current = Mutex<State>(.none)
    /// Held while the output folder is in use: it can be locked once only.
    private let turn = Mutex(())

    init(_ places: BuildPlaces) {
        self.places = places
    }

    var state: State { current.withLock { $0 } }

    /// Starts a build, unless one is running.
    ///
    /// - Parameters:
    ///   - now: Returns the current time.
    ///   - known: What is known of the content.
    func start(now: @escaping @Sendable () -> Date, _ known: @autoclosure () -> BuiltPages.Known) {
        let progress = BuildProgress()
        let isNew = current.withLock { state in
            if case .running = state { return false }
            state = .running(progress)
            return true
        }
        guard isNew else { return }
        let known = known()
        Thread.detachNewThread {
            let outcome = self.turn.withLock { _ in self.build(progress, known) }
            self.current.withLock { $0 = .done(outcome, date: now()) }
        }
    }

    /// Uses the output folder, after a build that is running.
    func usingOutput<Result>(_ work: () throws(PublishingError) -> Result) throws(PublishingError) -> Result {
        try turn.withLock { (_) throws(PublishingError) in try work() }
    }

    /// Whether a build would change nothing; nil if that cannot be said quickly.
    var isUpToDate: Bool? {
        turn.withLockIfAvailable { _ in
            guard let cache = BuildCache.ofUser, let folders = try? list() else { return nil }
            return UnchangedSite(folders, output: places.output, cache: cache) != nil
        } ?? nil
    }

    /// Whether some build has written the output folder.
    var hasSite: Bool { Manifest.exists(in: places.output) }

    private func list() throws(PublishingError) -> SourceFolders {
        try SourceFolders.list(content: places.content, templates: places.templates, includingDrafts: false, jobs: places.jobs)
    }

    /// Does what `knowhow build` does.
    private func build(_ progress: BuildProgress, _ known: BuiltPages.Known) -> Outcome {
        // Web servers must be able to read the site, whatever the user's own permissions for new files are.
        let mask = umask(0o022)
        defer { umask(mask) }
        func isInvalid(_ diagnostics: [Diagnostic]) -> Bool {
            let counts = ProblemCounts(diagnostics)
            return counts.errors > 0 || places.isStrict && counts.warnings > 0
        }
        do throws(PublishingError) {
            let output = places.output
            try refuseOverlap(output: output, inputs: [places.content] + (places.templates.map { [$0] } ?? []))
            let folders = try list()
            let cache = BuildCache.ofUser
            if let site = UnchangedSite(folders, output: output, cache: cache) {
                if isInvalid(site.summary.warnings) { return .invalid(site.summary.warnings) }
                return .built(BuiltPages(site.summary, site.omissions, known, in: output))
            }
            let sources = try SiteSources.load(folders, jobs: places.jobs, continuing: cache?.reading(for: output))
            guard !isInvalid(sources.diagnostics),
                let build = SiteBuild(sources, output: output, jobs: places.jobs, cache: cache)
            else { return .invalid(sources.diagnostics) }
            let summary = try build.run(progress: progress)
            return .built(BuiltPages(summary, build.omissions, known, in: output))
        } catch {
            return .failed(error)
        }
    }
}

/// What a build has written, with the titles of pages.
struct BuiltPages: Sendable {
    /// The most pages of one kind whose titles are read.
    static let most = 200

    /// What is known of the content when a build begins.
    struct Known: Sendable {
        /// How many drafts the site is built without.
        let drafts: Int
        /// The titles of cases by the names of their files, also of drafts.
        let titles: [String: String]
    }

    /// A page of the site.
    struct Page: Sendable {
        /// The path relative to the output folder.
        let path: String
        /// Nil if it is not known, such as that of a page that was removed.
        let title: String?
        /// Whether it is the page of a case, not a list.
        var isCase: Bool { BuiltPages.caseName(path) != nil }
    }

    let summary: BuildSummary
    let omissions: [SiteOmission]
    let drafts: Int
    let added: [Page]
    let changed: [Page]
    let removed: [Page]
    /// How many files are no pages for readers, such as data for the search.
    let otherCount: Int
    /// How many pages are not listed.
    let restCount: Int

    init(_ summary: BuildSummary, _ omissions: [SiteOmission], _ known: Known, in output: String) {
        drafts = known.drafts
        self.summary = summary
        self.omissions = omissions.filter { $0 != .drafts }
        let all = [summary.added, summary.changed, summary.removed].map { $0.filter { $0.hasSuffix(".html") } }
        func pages(_ paths: [String], title: (String) -> String?) -> [Page] {
            // Cases come first.
            let sorted = paths.filter { Self.caseName($0) != nil } + paths.filter { Self.caseName($0) == nil }
            return sorted.prefix(Self.most).map { Page(path: $0, title: title($0)) }
        }
        let written = { (path: String) in (try? Disk.bytes(of: "\(output)/\(path)")).flatMap(Self.title) }
        added = pages(all[0], title: written)
        changed = pages(all[1], title: written)
        removed = pages(all[2]) { path in Self.caseName(path).flatMap { known.titles[$0] } }
        let pageCount = all.reduce(0) { $0 + $1.count }
        otherCount = summary.added.count + summary.changed.count + summary.removed.count - pageCount
        restCount = pageCount - added.count - changed.count - removed.count
    }

    /// The name of the case whose page is at a path; nil for other pages.
    private static func caseName(_ path: String) -> String? {
        guard path.hasPrefix("cases/"), !path.dropFirst("cases/".count).contains("/") else { return nil }
        let name = String(path.dropFirst("cases/".count).dropLast(".html".count))
        // The list of all cases has its pages next to those of the cases.
        return name == "index" || name.hasPrefix("index-") ? nil : name
    }

    /// The title of a page without that of the site after it.
    static func title(_ page: [UInt8]) -> String? {
        let start = String(decoding: page.prefix(4_096), as: UTF8.self)
        guard let open = start.range(of: "<title>"),
            let close = start.range(of: "</title>", range: open.upperBound..<start.endIndex)
        else { return nil }
        var title = String(start[open.upperBound..<close.lowerBound])
        if let bar = title.range(of: " | ", options: .backwards) { title = String(title[..<bar.lowerBound]) }
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            title = title.replacingOccurrences(of: entity, with: character)
        }
        return title
    }
}
