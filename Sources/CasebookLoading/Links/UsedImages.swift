import Images

extension ContentFiles {
    /// Returns the indices of the images and documents that some file uses, whether it is published or not.
    func usedImages() -> Set<Int> {
        guard !images.isEmpty else { return [] }
        var used = Set(images.indices.filter { images[$0].isPrintedBooklet })
        for file in files { visitImages(of: file) { used.insert($0) } }
        return used
    }

    /// Returns for each image or document the locations of the files that use it, in order.
    package func usesOfImages() -> [[String]] {
        var uses = [[String]](repeating: [], count: images.count)
        for file in files {
            visitImages(of: file) { image in
                if uses[image].last != file.location { uses[image].append(file.location) }
            }
        }
        return uses
    }

    /// Visits the indices of the images and documents that a file uses, some of them several times.
    private func visitImages(of file: ContentFile, _ visit: (Int) -> Void) {
        for path in file.caseValues?.filePaths ?? [] {
            if let index = imageIndices[path] { visit(index) }
        }
        for link in file.links {
            let own = link.isExternal ? baseURL.flatMap { SiteAddress(link.destination, below: $0)?.path } : nil
            guard !link.isExternal || own != nil else { continue }
            let location = own ?? LinkDestination(link.destination, from: file.folder).location
            if let index = location.flatMap({ imageIndices[$0] }) { visit(index) }
        }
    }
}
