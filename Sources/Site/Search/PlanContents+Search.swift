import Search

extension PlanContents {
    /// ``pageRoutes`` with those of all files of the search, sorted by path.
    var routes: [Route] {
        // All of them have the folder, and nothing else has: the root stands in the order of their names.
        let root = Permalink.searchRoot.path
        let files = search.files.files.indices.map { Route.searchFile($0) }
        let behind = search.files.files.firstIndex { Permalink.searchFile($0.name).path > root } ?? files.count
        guard let place = pageRoutes.firstIndex(of: .searchRoot) else { return pageRoutes + files }
        return pageRoutes[..<place] + files[..<behind] + [.searchRoot] + files[behind...] + pageRoutes[(place + 1)...]
    }

    /// The address of a file of the search.
    func searchLink(_ index: Int) -> Permalink {
        .searchFile(search.files.files[index].name)
    }

    /// The route to a file of the search by its path below the site's root.
    func searchFile(at path: String) -> Route? {
        guard path.hasPrefix("search/") else { return nil }
        return search.files.files.firstIndex { Permalink.searchFile($0.name).path == path }.map(Route.searchFile)
    }
}
