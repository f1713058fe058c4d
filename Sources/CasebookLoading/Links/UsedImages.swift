import Images

extension ContentFiles {
    /// Returns the indices of the images and documents that some file uses, whether it is published or not.
    func usedImages() -> Set<Int> {
        guard !images.isEmpty else { return [] }
        var used = Set(images.indices.filter { images[$0].isPrintedBooklet })
        for file in files {
            for path in file.caseValues?.filePaths ?? [] {
                if let index = imageIndices[path] { used.insert(index) }
            }
            for link in file.links {
                let own = link.isExternal ? baseURL.flatMap { SiteAddress(link.destination, below: $0)?.path } : nil
                guard !link.isExternal || own != nil else { continue }
                let location = own ?? LinkDestination(link.destination, from: file.folder).location
                if let index = location.flatMap({ imageIndices[$0] }) { used.insert(index) }
            }
        }
        return used
    }
}
