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
    /// The contents before the last change, which these can reuse; nil when they were created. Locked while the contents are created, so
    /// that only one thread creates them.
    private let previous: Mutex<(searchable: SearchableCases, index: SearchIndex)?>

    /// - Parameters:
    ///   - searchable: The cases to search.
    ///   - pageRoutes: The routes of all other files.
    ///   - previous: The files before a change of some cases.
    ///   - jobs: The number of threads.
    init(_ searchable: SearchableCases, pageRoutes: [Route], after previous: LazySearchFiles? = nil, jobs: Int) {
        self.searchable = searchable
        self.pageRoutes = pageRoutes
        self.jobs = jobs
        self.previous = Mutex(previous?.reusable)
    }

    /// The contents, which the first thread that asks for them creates.
    var value: Contents {
        if let contents = contents.load() { return contents }
        return previous.withLock { previous in
            if let contents = contents.load() { return contents }
            let files: SearchFiles
            if let (old, index) = previous, let isUnchanged = searchable.unchangedCases(since: old) {
                files = SearchFiles(searchable, reusing: index, isUnchanged: isUnchanged, jobs: jobs)
            } else {
                files = SearchFiles(searchable, jobs: jobs)
            }
            previous = nil
            return contents.storeIfNil(Contents(files, among: pageRoutes))
        }
    }

    /// Creates the contents with an index of an earlier program, unless they exist, and passes the new index on instead of keeping it.
    ///
    /// - Parameters:
    ///   - stored: The index, and whether the case at an index of the casebook is the same as then.
    ///   - store: Called with the new index.
    func value(
        _ stored: (index: SearchIndex, isUnchanged: (Int) -> Bool)?, storing store: (SearchIndex) -> Void
    ) -> Contents {
        if let contents = contents.load() { return contents }
        return previous.withLock { previous in
            if let contents = contents.load() { return contents }
            let files =
                if let stored {
                    SearchFiles(searchable, reusing: stored.index, isUnchanged: stored.isUnchanged, jobs: jobs)
                } else {
                    SearchFiles(searchable, jobs: jobs)
                }
            if let index = files.index { store(index) }
            previous = nil
            return contents.storeIfNil(Contents(files.withoutIndex, among: pageRoutes))
        }
    }

    /// What the files after a change can reuse.
    private var reusable: (searchable: SearchableCases, index: SearchIndex)? {
        if let contents = contents.load() { return contents.files.index.map { (searchable, $0) } }
        return previous.withLock { $0 }
    }
}
