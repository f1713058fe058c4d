import Images

extension KnownContent {
    /// What is known of images; nil for each that has to be read.
    ///
    /// - Parameter stamps: For each path, a number that changes with the file; 0 where that cannot be told.
    public func images(at paths: [String], stamps: [UInt64]) -> [ImageFile?] {
        let known = imagesByStanding
        return zip(paths, stamps).map { path, stamp in stamp == 0 ? nil : known[Standing(path: path, stamp: stamp)] }
    }

    /// Remembers these and forgets all others.
    public func keep(_ images: [ImageFile], stamps: [UInt64]) {
        let standings = zip(images, stamps).map { (Standing(path: $0.path, stamp: $1), $0) }
        imagesByStanding = Dictionary(standings) { $1 }
    }
}
