import Basics
import Foundation
import Site
import Synchronization

extension ContentFolder {
    /// For each path, those of the texts first, then those of the images, a number that changes with what the file system tells of
    /// the file: number, size, and the times at which content and anything else were last changed. 0 where it is not there, or has
    /// changed just now, so that another change might not show.
    func stamps(jobs: Int) -> [UInt64] {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = FileStatus.nanoseconds(now)
        let all = paths + images.map { "\(root)/\($0)" }
        let portion = 256
        let parts = Mutex([Int: [UInt64]]())
        runInParallel(count: (all.count + portion - 1) / portion, jobs: jobs) { (part, _) throws(Never) in
            let stamps = all[(part * portion)...].prefix(portion).map { Self.stamp($0, at: time) }
            parts.withLock { $0[part] = stamps }
        }
        return parts.withLock { parts in (0..<parts.count).flatMap { parts[$0] ?? [] } }
    }

    private static func stamp(_ path: String, at time: Int64) -> UInt64 {
        var status = stat()
        guard lstat(path, &status) == 0 else { return 0 }
        let file = FileStatus(status)
        let changed = FileStatus.changed(status)
        guard file.isSettled(before: time), FileStatus.isSettled(changed, before: time) else { return 0 }
        var hash = ContentHash()
        hash.update(Int(truncatingIfNeeded: file.number))
        hash.update(Int(file.size))
        hash.update(Int(file.modified))
        hash.update(Int(changed))
        return hash.value
    }
}

extension TemplateFolder {
    /// Goes on with a hash of all names and bytes.
    func update(_ hash: inout ContentHash) {
        for (kind, files) in [("layouts", layouts), ("partials", partials), ("assets", assets.map { ($0.path, $0) })] {
            for (name, file) in files {
                hash.update("\(kind)/\(name)")
                hash.update(file.bytes.count)
                hash.update(file.bytes)
            }
        }
    }
}
