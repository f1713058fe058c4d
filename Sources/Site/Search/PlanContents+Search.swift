import Search

extension PlanContents {
    /// ``pageRoutes`` with those of all files of the search, sorted by path.
    var routes: [Route] { search.value.routes }

    var searchFiles: SearchFiles { search.value.files }

    /// The address of a file of the search.
    func searchLink(_ index: Int) -> Permalink {
        .searchFile(searchFiles.files[index].path)
    }

    /// The route to a file of the search by its path below the site's root.
    func searchFile(at path: String) -> Route? {
        guard path.hasPrefix("search/") else { return nil }
        return searchFiles.files.firstIndex { Permalink.searchFile($0.path).path == path }.map(Route.searchFile)
    }
}
