import Basics
import Search
import Synchronization

/// The files of the search and the routes of the whole site, created when they are first needed.
///
/// The preview of a page needs none of them.
final class LazySearchFiles: Sendable {
    /// The files of the search with all routes of the site.
    final class Contents: Sendable {
        let files: SearchFiles
        /// Every route of the site, sorted by path.
        let routes: [Route]

        init(_ files: SearchFiles, among pageRoutes: [Route]) {
            self.files = files
            // Only files of the search are in their folder, so all of them are next to the root file, which their names surround.
            let root = Permalink.searchRoot.path
            let others = files.files.enumerated().map { Route.searchFile($0, path: $1.path) }
            let firstAfterRoot = files.files.firstIndex { Permalink.searchFile($0.path).path > root } ?? others.count
            guard let position = pageRoutes.firstIndex(of: .searchRoot) else {
                routes = pageRoutes
                return
            }
            routes =
                pageRoutes[..<position] + others[..<firstAfterRoot] + [.searchRoot] + others[firstAfterRoot...]
                + pageRoutes[(position + 1)...]
        }

        /// Returns the route to a file of the search by its path below the root of the site.
        func route(at path: String) -> Route? {
            files.files.firstIndex { Permalink.searchFile($0.path).path == path }
                .map { .searchFile($0, path: files.files[$0].path) }
        }
    }

    private let searchable: SearchableCases
    private let pageRoutes: [Route]
    let jobs: Int
    private let contents = AtomicLazyReference<Contents>()
    /// Locked while the contents are created, so that only one thread creates them.
    private let lock = Mutex(())

    init(_ searchable: SearchableCases, pageRoutes: [Route], jobs: Int) {
        self.searchable = searchable
        self.pageRoutes = pageRoutes
        self.jobs = jobs
    }

    /// The contents, which the first thread that asks for them creates.
    var value: Contents {
        if let contents = contents.load() { return contents }
        return lock.withLock { _ in
            if let contents = contents.load() { return contents }
            let files = SearchFiles(searchable, jobs: jobs) { String(ContentHash($0).hexadecimal.prefix(8)) }
            return contents.storeIfNil(Contents(files, among: pageRoutes))
        }
    }
}
