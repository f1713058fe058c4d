import Search
import Synchronization

/// The files of the search, made when somebody first asks for one: a preview of a page needs none of them.
final class LazySearchFiles: Sendable {
    private let collection: SearchableCollection
    let jobs: Int
    private let made = Mutex<SearchFiles?>(nil)

    init(_ collection: SearchableCollection, jobs: Int) {
        self.collection = collection
        self.jobs = jobs
    }

    var files: SearchFiles {
        made.withLock { made in
            if let made { return made }
            let files = SearchFiles(collection, jobs: jobs) { String(ContentHash($0).hexadecimal.prefix(12)) }
            made = files
            return files
        }
    }
}
