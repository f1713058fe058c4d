import Foundation
import Site

extension ContentFolder {
    /// For each path, those of the texts first, then those of the images, a number that changes with what the file system tells of
    /// the file: number, size, and the times at which content and anything else were last changed. 0 where it is not there, or has
    /// changed just now, so that another change might not show.
    func stamps() -> [UInt64] {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = FileStatus.nanoseconds(now)
        return (paths + images.map { "\(root)/\($0)" }).map { path in
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
