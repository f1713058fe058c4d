import Basics
import Images
import CasebookModel
import CasebookLoading
import Synchronization

extension ContentFolder {
    /// Looks at how each image begins.
    ///
    /// - Parameters:
    ///   - stamps: How each stands (``stamps(jobs:)``).
    ///   - known: What is known of those that stand as they did; gets what is read now.
    func readImages(
        stamps: [UInt64], reusing known: KnownContent?, jobs: Int
    ) throws(PublishingError) -> [ImageFile] {
        let files = Mutex(known?.images(at: images, stamps: stamps) ?? images.map { _ in nil })
        let unknown = files.withLock { files in images.indices.filter { files[$0] == nil } }
        try runInParallel(count: unknown.count, jobs: jobs) { (number, _) throws(PublishingError) in
            let index = unknown[number]
            let file = try ImageFile(path: images[index]) { (count) throws(PublishingError) in
                try Disk.read("\(root)/\(images[index])", upTo: count)
            }
            files.withLock { $0[index] = file }
        }
        let read = files.withLock { $0.compactMap { $0 } }
        known?.keep(read, stamps: stamps)
        return read
    }
}
