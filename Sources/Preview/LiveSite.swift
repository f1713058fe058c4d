import CasebookLoading
import Diagnostics
import Images
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
        /// The last valid site. Until the sources are valid for the first time, that of all cases without errors; nil if there is none.
        public let plan: SitePlan?
        /// All problems of the current sources, sorted.
        public let diagnostics: [Diagnostic]
        /// What went wrong when the sources were last read.
        public let failure: PublishingError?
        /// The problems as they are shown.
        package let shown: ShownProblems
        /// The content as it was last read, valid or not; nil if its settings cannot be used.
        package var content: ContentFiles?
        /// The content of the plan.
        package var shownContent: ContentFiles?

        /// The problems as text, as `knowhow check` prints them; empty if there are none.
        public func problemText(showsWarnings: Bool) -> String { shown.text(showsWarnings: showsWarnings) }

        /// Whether the plan shows the current sources.
        public var isUpToDate: Bool { failure == nil && !diagnostics.contains { $0.severity == .error } }
    }

    private let content: String
    private let templates: String?
    private let jobs: Int
    private let cache = ReadingCache()
    private let current: Mutex<State>
    /// The lock is held while the sources are read, so that an older state never replaces a newer one.
    private let reading: Mutex<Reading>

    /// What was read last.
    private struct Reading {
        /// The last valid sources and their plan.
        var valid: (sources: SiteSources, plan: SitePlan)?
        /// The last sources, valid or not; nil if they could not be read.
        var sources: SiteSources?
        /// Whether only named files were looked at since the last complete look.
        var isPartial = false
        /// The problems as they were last shown.
        var shown: ShownProblems
    }

    /// A site whose sources were not read yet.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder; nil for the templates inside the program.
    ///   - jobs: How many threads to use.
    ///   - language: The language in which problems are shown.
    ///   - showsAll: Whether all problems are shown, not only the first ones of each rule.
    public init(content: String, templates: String?, jobs: Int, language: Language = .ja, showsAll: Bool = false) {
        self.content = content
        self.templates = templates
        self.jobs = jobs
        let nothing = ShownProblems(language: language, showsAll: showsAll)
        reading = Mutex(Reading(shown: nothing))
        current = Mutex(State(version: 0, plan: nil, diagnostics: [], failure: nil, shown: nothing))
    }

    /// The current state.
    public var state: State { current.withLock { $0 } }

    /// Reads the sources again, including drafts. Files that have not changed are not read.
    public func refresh() {
        reading.withLock { reading in load(&reading) { () throws(PublishingError) in try list() } }
    }

    /// Follows changes of the folders. If only files of the content have changed, nothing else is looked at.
    ///
    /// After that, the folders are looked at completely as soon as nothing changes for a moment. So a change that the system does not
    /// report, such as one by another computer on a network share or one through a memory map, is not missed after another change.
    ///
    /// - Returns: Whether there is a new state.
    package func follow(_ changes: FolderChanges) -> Bool {
        reading.withLock { reading in
            switch changes {
            case .anything: break
            case .unchanged: return false
            case .files(let paths):
                guard let last = reading.sources?.folders, let folders = last.following(paths) else { break }
                reading.isPartial = true
                if folders.isUnchanged(since: last) { return false }
                load(&reading) { folders }
                return true
            case .nothing:
                guard reading.isPartial else { return false }
                guard let last = reading.sources?.folders, let folders = try? list() else { break }
                reading.isPartial = false
                if folders.isUnchanged(since: last) { return false }
                load(&reading) { folders }
                return true
            }
            reading.isPartial = false
            load(&reading) { () throws(PublishingError) in try list() }
            return true
        }
    }

    private func list() throws(PublishingError) -> SourceFolders {
        try SourceFolders.list(content: content, templates: templates, includingDrafts: true, for: .following, jobs: jobs)
    }

    private func load(_ reading: inout Reading, _ folders: () throws(PublishingError) -> SourceFolders) {
        do throws(PublishingError) {
            let sources = try SiteSources.load(try folders(), jobs: jobs, reusing: cache, following: reading.sources)
            let plan = sources.plan(following: reading.valid)
            reading.sources = sources
            if let plan { reading.valid = (sources, plan) }
            let shown = reading.shown.following(sources.diagnostics)
            reading.shown = shown
            let rest = plan == nil && state.plan == nil ? Self.rest(of: sources, jobs: jobs) : nil
            change { state in
                State(
                    version: state.version + 1, plan: plan ?? rest?.plan ?? state.plan, diagnostics: sources.diagnostics,
                    failure: nil, shown: shown, content: cache.content,
                    shownContent: plan == nil ? rest?.content ?? state.shownContent : cache.content)
            }
        } catch {
            reading.sources = nil
            let nothing = reading.shown.following([])
            change { state in
                State(
                    version: state.version + 1, plan: state.plan, diagnostics: [], failure: error, shown: nothing,
                    shownContent: state.shownContent)
            }
        }
    }

    /// Plans the site without the cases, pages and words that have errors, so that there is something to show where no state was valid
    /// yet.
    ///
    /// - Returns: Nil if a term or the settings have an error.
    private static func rest(of sources: SiteSources, jobs: Int) -> (plan: SitePlan, content: ContentFiles?)? {
        var sources = sources
        // What links to something that is left out is left out too.
        for _ in 1...3 {
            let wrong = Set(sources.diagnostics.lazy.filter { $0.severity == .error }.map(\.path))
            guard let folders = sources.folders.leavingOut(wrong) else { return nil }
            let cache = ReadingCache()
            guard let rest = try? SiteSources.load(folders, jobs: jobs, reusing: cache, following: sources) else { return nil }
            if let plan = rest.plan() { return (plan, cache.content) }
            sources = rest
        }
        return nil
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

    /// Renders the page of a file with a text that is not saved yet, in the site that is shown.
    ///
    /// Everything else, such as lists and the neighbours of a case, is as in that site.
    ///
    /// - Parameters:
    ///   - location: The path of the file relative to the content folder. There may be no such file yet.
    ///   - bytes: The bytes of the file.
    /// - Returns: Nil if no site is shown, or if the file cannot be shown, for example because it would not be text.
    package func page(ofUnsaved location: String, bytes: [UInt8]) -> Page? {
        let state = state
        guard let plan = state.plan, let content = state.shownContent,
            let part = content.unsaved(at: location, bytes: bytes, on: nil).part
        else { return nil }
        let shown =
            switch part {
            case .caseFile(let entry): plan.showing(entry)
            case .easyText(let text): plan.following(plan.casebook.showing(text))
            case .page(let page): plan.following(plan.casebook.showing(page))
            case .glossary(let word): plan.following(plan.casebook.showing(word))
            case .term(let term):
                plan.following(plan.casebook.showing(term, in: String(location.prefix { $0 != "/" })))
            }
        guard let route = shown.route(at: Self.page(ofFile: location).path) else { return nil }
        return try? shown.render(route)
    }

    /// The address of the page that shows a file of the content, as seen from the root of the site.
    package static func page(ofFile location: String) -> Permalink {
        let name = String(location.drop { $0 != "/" }.dropFirst().dropLast(".md".count))
        return switch location.prefix(while: { $0 != "/" }) {
        case "cases": .caseFile(name)
        case "pages": .infoPage(name)
        case "glossary": .glossaryTerm(name)
        case let folder: .term(folder: String(folder), slug: name)
        }
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
        let read = { (image: String) throws(PublishingError) in
            CleanImage.published(try ContentFolder.image(image, in: self.content), path: image)
        }
        let bytes: [UInt8]
        switch page.body {
        case .contentFile(let image): bytes = try read(image)
        case .archive(let entries): bytes = try Page.archive(entries, read: read)
        case .bytes, .parts: return page
        }
        return Page(path: page.path, mediaType: page.mediaType, body: .bytes(bytes))
    }
}
