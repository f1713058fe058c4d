import Basics
import Foundation
import Site

/// Where records of builds are kept, beside no site: what a site's folder holds is the site's alone and the same on every machine.
///
/// A cache: it may be emptied at any time, and a build that finds nothing in it renders everything.
public struct BuildCache: Sendable {
    private let folder: String

    /// - Parameter folder: Made when it is needed.
    public init(folder: String) {
        self.folder = folder
    }

    /// The user's own, `knowhow` in the folder that the system has for caches; nil where it has none.
    public static var ofUser: BuildCache? {
        FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first.map {
            BuildCache(folder: $0.appending(path: "knowhow").path)
        }
    }

    /// What is known of the last build into a folder; nil where that is nothing.
    func record(of output: String) -> BuildRecord? {
        var status = stat()
        guard let path = path(of: output), stat(path, &status) == 0, let bytes = try? Disk.read(path),
            var record = BuildRecord(bytes)
        else { return nil }
        record.time = FileStatus(status).modified
        return record
    }

    /// Keeps what is known of a build. Where that cannot be done, the next build renders everything.
    func keep(_ record: BuildRecord, of output: String) {
        guard let path = path(of: output), (try? OpenFolder.makeAll(folder)) != nil, let file = try? NewFile(path) else {
            return
        }
        guard (try? file.write(record.bytes)) != nil else { return }
        try? file.keep()
    }

    private func path(of output: String) -> String? {
        guard let resolved = realpath(output, nil) else { return nil }
        defer { free(resolved) }
        return "\(folder)/\(ContentHash(Array(String(cString: resolved).utf8)).hexadecimal)"
    }
}
