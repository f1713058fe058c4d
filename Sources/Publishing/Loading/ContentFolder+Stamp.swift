import Foundation
import Site

extension ContentFolder {
    /// Goes on with a hash of the paths of all files and of what the file system tells of them: number, size, and the times at
    /// which content and anything else were last changed.
    ///
    /// - Returns: Whether any later change will show in it; not so where a file has changed just now.
    func update(_ hash: inout ContentHash) -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let time = FileStatus.nanoseconds(now)
        for path in links { hash.update(path) }
        for path in paths + images.map({ "\(root)/\($0)" }) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return false }
            let file = FileStatus(status)
            let changed = FileStatus.changed(status)
            guard file.isSettled(before: time), FileStatus.isSettled(changed, before: time) else { return false }
            hash.update(path)
            hash.update(Int(truncatingIfNeeded: file.number))
            hash.update(Int(file.size))
            hash.update(Int(file.modified))
            hash.update(Int(changed))
        }
        return true
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
