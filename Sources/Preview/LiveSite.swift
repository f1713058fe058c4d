import CasebookLoading
import Diagnostics
import Publishing
import Site
import Synchronization
import Templates

/// A site in memory that follows its sources. While they have errors, it shows the last valid state and the problems.
public final class LiveSite: Sendable {
    /// The state of a site at one time.
    public struct State: Sendable {
        /// A number that grows with every change.
        public let version: Int
        /// The last valid site; nil until the sources are valid for the first time.
        public let plan: SitePlan?
        /// All problems of the current sources, sorted.
        public let diagnostics: [Diagnostic]
        /// What went wrong when the sources were last read.
        public let failure: PublishingError?

        /// Whether the plan shows the current sources.
        public var isUpToDate: Bool { failure == nil && !diagnostics.contains { $0.severity == .error } }
    }

    private let content: String
    private let templates: String
    private let jobs: Int
    private let cache = ReadingCache()
    private let current = Mutex(State(version: 0, plan: nil, diagnostics: [], failure: nil))
    /// The last valid sources and their plan. The lock is held while the sources are read, so that an older state never replaces a
    /// newer one.
    private let reading = Mutex<(sources: SiteSources, plan: SitePlan)?>(nil)

    /// A site whose sources were not read yet.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder.
    ///   - jobs: How many threads to use.
    public init(content: String, templates: String, jobs: Int) {
        self.content = content
        self.templates = templates
        self.jobs = jobs
    }

    /// The current state.
    public var state: State { current.withLock { $0 } }

    /// Reads the sources again, including drafts. Files that have not changed are not read.
    public func refresh() {
        reading.withLock { valid in
            do throws(PublishingError) {
                let folders = try SourceFolders.list(
                    content: content, templates: templates, includingDrafts: true, for: .following, jobs: jobs)
                let sources = try SiteSources.load(folders, jobs: jobs, reusing: cache)
                let plan = sources.plan(following: valid)
                show(plan, sources.diagnostics)
                if let plan { valid = (sources, plan) }
            } catch {
                change { state in
                    State(version: state.version + 1, plan: state.plan, diagnostics: [], failure: error)
                }
            }
        }
    }

    private func show(_ plan: SitePlan?, _ diagnostics: [Diagnostic]) {
        change { State(version: $0.version + 1, plan: plan ?? $0.plan, diagnostics: diagnostics, failure: nil) }
    }

    /// Replaces the state. The old one is freed after the lock is released, so that nobody waits for that.
    private func change(_ make: (State) -> State) {
        let old = current.withLock { state in
            let old = state
            state = make(old)
            return old
        }
        withExtendedLifetime(old) {}
    }

    /// Renders the page at a path relative to the root of the site; nil if there is none.
    ///
    /// - Throws: `unrenderable`; `unreadable` for an image.
    public func page(at path: String) throws(PublishingError) -> Page? {
        guard let plan = state.plan, let route = plan.route(at: path) else { return nil }
        let page: Page
        do throws(RenderingError) {
            page = try plan.render(route)
        } catch {
            throw .unrenderable(path: error.diagnostic.path, reason: error.diagnostic.message)
        }
        guard case .contentFile(let image) = page.body else { return page }
        return Page(path: page.path, mediaType: page.mediaType, body: .bytes(try ContentFolder.image(image, in: content)))
    }
}
