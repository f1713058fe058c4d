import CasebookModel
import CasebookLoading
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

        /// Whether the plan shows the sources as they are.
        public var isSound: Bool { failure == nil && !diagnostics.contains { $0.severity == .error } }
    }

    private let content: String
    private let templates: String
    private let jobs: Int
    private let known = KnownContent()
    private let current = Mutex(State(version: 0, plan: nil, diagnostics: [], failure: nil))
    /// The sources and the plan as they were last sound. Held while the sources are read, so that an older reading never takes the
    /// place of a newer one.
    private let reading = Mutex<(sources: SiteSources, plan: SitePlan)?>(nil)

    public init(content: String, templates: String, jobs: Int) {
        self.content = content
        self.templates = templates
        self.jobs = jobs
    }

    public var state: State { current.withLock { $0 } }

    /// Reads the sources anew, drafts too. Cases whose files stand as they did are not read again.
    public func refresh() {
        reading.withLock { sound in
            do throws(PublishingError) {
                let folders = try SourceFolders.list(content: content, templates: templates, includingDrafts: true, jobs: jobs)
                let sources = try SiteSources.load(folders, jobs: jobs, reusing: known)
                let plan = sources.plan(following: sound)
                show(plan, sources.diagnostics)
                if let plan { sound = (sources, plan) }
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
