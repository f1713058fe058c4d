import Casebook
import Diagnostics
import Publishing
import Site
import Synchronization
import Templates

/// A site in memory that follows its sources: as it was when they were last sound, with what is wrong with them now.
public final class LiveSite: Sendable {
    /// A site at a moment.
    public struct State: Sendable {
        /// Counts up with every change.
        public let version: Int
        /// Nil until the sources were sound for the first time.
        public let plan: SitePlan?
        public let diagnostics: [Diagnostic]
        /// What the machine refused when the sources were last read.
        public let failure: PublishingError?
        let routes: [String: Route]

        /// Whether the plan shows the sources as they are.
        public var isSound: Bool { failure == nil && !diagnostics.contains { $0.severity == .error } }
    }

    private let content: String
    private let templates: String
    private let jobs: Int
    private let cases = ReadCases()
    private let current = Mutex(State(version: 0, plan: nil, diagnostics: [], failure: nil, routes: [:]))
    /// Held while the sources are read, so that an older reading never takes the place of a newer one.
    private let reading = Mutex(())

    public init(content: String, templates: String, jobs: Int) {
        self.content = content
        self.templates = templates
        self.jobs = jobs
    }

    public var state: State { current.withLock { $0 } }

    /// Reads the sources anew, drafts too. Cases whose files stand as they did are not read again.
    public func refresh() {
        reading.withLock { _ in
            do throws(PublishingError) {
                let folders = try SourceFolders.list(content: content, templates: templates, includingDrafts: true, jobs: jobs)
                let sources = try SiteSources.load(folders, jobs: jobs, reusing: cases)
                show(sources.plan(), sources.diagnostics)
            } catch {
                change { state in
                    State(version: state.version + 1, plan: state.plan, diagnostics: [], failure: error, routes: state.routes)
                }
            }
        }
    }

    private func show(_ plan: SitePlan?, _ diagnostics: [Diagnostic]) {
        let routes = plan.map { plan in
            Dictionary(plan.routes.map { (plan.permalink(of: $0).path, $0) }) { first, _ in first }
        }
        change { state in
            State(
                version: state.version + 1, plan: plan ?? state.plan, diagnostics: diagnostics, failure: nil,
                routes: routes ?? state.routes)
        }
    }

    /// Puts a state in the place of the one before, which is freed when everybody can see the new one.
    private func change(_ make: (State) -> State) {
        let old = current.withLock { state in
            let old = state
            state = make(old)
            return old
        }
        withExtendedLifetime(old) {}
    }

    /// The file of the site at a path below its root; nil when there is none.
    ///
    /// - Throws: What keeps a page from being rendered, or an image from being read.
    public func page(at path: String) throws(PublishingError) -> Page? {
        let state = state
        guard let plan = state.plan, let route = state.routes[path] else { return nil }
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
