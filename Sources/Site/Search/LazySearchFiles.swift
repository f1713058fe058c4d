import Basics
import Search
import Synchronization

/// The files of the search, made when somebody first asks for one: a preview of a page needs none of them.
final class LazySearchFiles: Sendable {
    /// What is made.
    final class Made: Sendable {
        let files: SearchFiles
        /// Every route of the site, sorted by path.
        let routes: [Route]

        init(_ files: SearchFiles, among pageRoutes: [Route]) {
            self.files = files
            // All of them have the folder, and nothing else has: the root stands in the order of their names.
            let root = Permalink.searchRoot.path
            let others = files.files.enumerated().map { Route.searchFile($0, path: $1.path) }
            let behind = files.files.firstIndex { Permalink.searchFile($0.path).path > root } ?? others.count
            guard let place = pageRoutes.firstIndex(of: .searchRoot) else {
                routes = pageRoutes
                return
            }
            routes = pageRoutes[..<place] + others[..<behind] + [.searchRoot] + others[behind...] + pageRoutes[(place + 1)...]
        }

        /// The route to a file of the search by its path below the site's root.
        func route(at path: String) -> Route? {
            files.files.firstIndex { Permalink.searchFile($0.path).path == path }
                .map { .searchFile($0, path: files.files[$0].path) }
        }
    }

    private let collection: SearchableCollection
    private let pageRoutes: [Route]
    let jobs: Int
    private let made = AtomicLazyReference<Made>()
    /// Held while they are made, so that this is done once.
    private let making = Mutex(())

    init(_ collection: SearchableCollection, pageRoutes: [Route], jobs: Int) {
        self.collection = collection
        self.pageRoutes = pageRoutes
        self.jobs = jobs
    }

    var value: Made {
        if let made = made.load() { return made }
        return making.withLock { _ in
            if let made = made.load() { return made }
            let files = SearchFiles(collection, jobs: jobs) { String(ContentHash($0).hexadecimal.prefix(8)) }
            return made.storeIfNil(Made(files, among: pageRoutes))
        }
    }
}
